// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export.iceberg;

import io.beamscribe.transforms.storage.AtomicFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.LocationProviders;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a table that needs no catalogue: {@code metadata/vN.metadata.json}, and {@code
 * metadata/version-hint.text} with the N of the current one, as Iceberg's own tables in folders
 * have them. For one writer at a time. Not thread-safe.
 */
final class TableVersions implements TableOperations {
  private static final String HINT = "version-hint.text";

  private final String location;
  private final AtomicFiles files;
  private final FileIO io;
  private int version;
  private @Nullable TableMetadata current;

  /**
   * @param location of the table, as it is written into its metadata
   */
  TableVersions(String location, AtomicFiles files) {
    this.location = location;
    this.files = files;
    this.io = new TableFiles(files);
    refresh();
  }

  /** Null if there is no table yet. */
  @Override
  @SuppressWarnings("NullAway") // as Iceberg has it
  public TableMetadata current() {
    return current;
  }

  @Override
  @SuppressWarnings("NullAway")
  public TableMetadata refresh() {
    try {
      Optional<byte[]> hint = files.read(metadataFileLocation(HINT));
      if (hint.isPresent()) {
        version = Integer.parseInt(new String(hint.get(), StandardCharsets.US_ASCII).strip());
        current = TableMetadataParser.read(io, file(version));
      }
      return current;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void commit(@Nullable TableMetadata base, TableMetadata metadata) {
    if (base != current) {
      throw new CommitFailedException("Another export has written %s meanwhile", location);
    }
    if (metadata != base) {
      replace(metadata);
    }
  }

  /** Makes it the current version, whatever there was. */
  void replace(TableMetadata metadata) {
    try {
      // what an export left that was interrupted before it wrote the hint is of no use
      TableMetadataParser.overwrite(metadata, io.newOutputFile(file(version + 1)));
      files.write(
          metadataFileLocation(HINT),
          Integer.toString(version + 1).getBytes(StandardCharsets.US_ASCII));
      refresh();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String hint() {
    return metadataFileLocation(HINT);
  }

  private String file(int number) {
    return metadataFileLocation("v" + number + ".metadata.json");
  }

  @Override
  public FileIO io() {
    return io;
  }

  @Override
  public String metadataFileLocation(String name) {
    return location + "/metadata/" + name;
  }

  @Override
  public LocationProvider locationProvider() {
    return LocationProviders.locationsFor(location, Map.of());
  }
}
