// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export.iceberg;

import io.beamscribe.pipelines.inputs.AbsolutePaths;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.transforms.storage.AtomicFiles;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * A table whose data files are Parquet, named by their content. What changes makes a snapshot;
 * those before it stay readable for five days. Not thread-safe.
 */
@Internal
public final class IcebergTable {
  private static final Duration HISTORY = Duration.ofDays(5);

  private final String location;
  private final AtomicFiles files;
  private final org.apache.iceberg.Schema schema;
  private final PartitionSpec partitions;
  private final Map<String, DataFile> data = new TreeMap<>();

  /**
   * @param address of its folder
   * @param schema of its rows; the number of a column from 1 on is its id
   * @param partitions columns that each data file has one value of
   */
  public IcebergTable(String address, AtomicFiles files, Schema schema, List<String> partitions) {
    String absolute = AbsolutePaths.of(address);
    this.location =
        Addresses.isLocal(absolute) ? "file://" + Addresses.localPath(absolute) : absolute;
    this.files = files;
    this.schema = schema(schema);
    PartitionSpec.Builder spec = PartitionSpec.builderFor(this.schema);
    partitions.forEach(spec::identity);
    this.partitions = spec.build();
  }

  private static org.apache.iceberg.Schema schema(Schema schema) {
    List<Types.NestedField> columns = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      int id = columns.size() + 1;
      Type type = type(field.getType().getTypeName());
      columns.add(
          field.getType().getNullable()
              ? Types.NestedField.optional(id, field.getName(), type)
              : Types.NestedField.required(id, field.getName(), type));
    }
    return new org.apache.iceberg.Schema(columns);
  }

  private static Type type(Schema.TypeName type) {
    return switch (type) {
      case STRING -> Types.StringType.get();
      case INT32 -> Types.IntegerType.get();
      case INT64 -> Types.LongType.get();
      case DOUBLE -> Types.DoubleType.get();
      default -> throw new IllegalArgumentException("Tables have no " + type);
    };
  }

  /**
   * Adds a data file, which is in its place already.
   *
   * @param path below the table's folder
   * @param values of the columns that the table is partitioned by
   */
  public void add(String path, long rows, long bytes, List<String> values) {
    DataFiles.Builder file =
        DataFiles.builder(partitions)
            .withPath(location + "/" + path)
            .withFormat("parquet")
            .withRecordCount(rows)
            .withFileSizeInBytes(bytes);
    if (!values.isEmpty()) {
      file.withPartitionValues(values);
    }
    data.put(location + "/" + path, file.build());
  }

  /**
   * Makes the table have the data files that were added, and no others; does nothing if it has.
   *
   * @return paths below the table's folder of all files that its snapshots need
   */
  public Set<String> commit() throws IOException {
    TableVersions versions = new TableVersions(location, files);
    TableMetadata before = versions.current();
    if (before == null
        || !before.schema().sameSchema(schema)
        || !before.spec().compatibleWith(partitions)) {
      versions.replace(
          TableMetadata.newTableMetadata(
              schema,
              partitions,
              location,
              Map.of(
                  TableProperties.FORMAT_VERSION,
                  "2",
                  TableProperties.DEFAULT_FILE_FORMAT,
                  "parquet")));
    }
    BaseTable table = new BaseTable(versions, location, report -> {});
    Map<String, DataFile> there = new TreeMap<>();
    Snapshot snapshot = table.currentSnapshot();
    if (snapshot != null) {
      for (ManifestFile manifest : snapshot.dataManifests(table.io())) {
        read(manifest, table).forEach(file -> there.put(file.location(), file));
      }
    }
    if (!there.keySet().equals(data.keySet())) {
      OverwriteFiles change = table.newOverwrite();
      there.forEach(
          (path, file) -> {
            if (!data.containsKey(path)) {
              change.deleteFile(file);
            }
          });
      data.forEach(
          (path, file) -> {
            if (!there.containsKey(path)) {
              change.addFile(file);
            }
          });
      change.commit();
      table
          .expireSnapshots()
          .expireOlderThan(Instant.now().minus(HISTORY).toEpochMilli())
          .cleanExpiredFiles(false)
          .commit();
    }
    return needed(versions, table);
  }

  private static List<DataFile> read(ManifestFile manifest, BaseTable table) throws IOException {
    List<DataFile> found = new ArrayList<>();
    try (ManifestReader<DataFile> reader =
        ManifestFiles.read(manifest, table.io(), table.specs())) {
      try (CloseableIterable<DataFile> all = reader) {
        all.forEach(file -> found.add(file.copy()));
      }
    }
    return found;
  }

  private Set<String> needed(TableVersions versions, BaseTable table) throws IOException {
    Set<String> all = new TreeSet<>();
    all.add(versions.hint());
    all.add(versions.current().metadataFileLocation());
    versions.current().previousFiles().forEach(file -> all.add(file.file()));
    Set<String> manifests = new HashSet<>();
    for (Snapshot snapshot : table.snapshots()) {
      all.add(snapshot.manifestListLocation());
      for (ManifestFile manifest : snapshot.allManifests(table.io())) {
        if (manifests.add(manifest.path())) {
          all.add(manifest.path());
          read(manifest, table).stream().map(ContentFile::location).forEach(all::add);
        }
      }
    }
    Set<String> below = new TreeSet<>();
    all.forEach(address -> below.add(address.substring(location.length() + 1)));
    return below;
  }
}
