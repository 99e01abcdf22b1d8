// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.adapt;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.models.store.FolderArchive;
import io.beamscribe.speech.temporary.TemporaryFolder;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.storage.StoredFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Where a folder of files goes: a new folder, or an archive here or in object storage. It is there
 * whole or not at all.
 */
@Internal
public final class PackageOutput implements AutoCloseable {
  private static final String ARCHIVE = ".zip";

  private final String address;
  private final boolean local;
  private final boolean archive;
  private final StorageSettings storage;
  private final TemporaryFolder work;

  /**
   * @param flag that names it, for messages
   */
  public PackageOutput(PipelineOptions options, String flag, String address)
      throws UsageException, JobException, IOException {
    this.address = address;
    this.local = Addresses.isLocal(address);
    this.archive = address.endsWith(ARCHIVE);
    StoredInputs.reach(options, address);
    this.storage = StorageSettings.of(options);
    if (local) {
      requireNew(flag, target());
      Path parent = target().toAbsolutePath().getParent();
      if (parent == null) {
        throw new UsageException(flag + " is a folder that is written, not " + address + ".");
      }
      Files.createDirectories(parent);
      this.work = TemporaryFolder.create(parent, "package");
    } else {
      if (!archive || !new StoredFiles(storage).accepts(address)) {
        throw new UsageException(flag + " is a folder, a .zip file or s3a://.../NAME.zip.");
      }
      this.work = TemporaryFolder.create("package");
    }
  }

  private void requireNew(String flag, Path target) throws UsageException, IOException {
    boolean empty = false;
    if (Files.isDirectory(target)) {
      try (Stream<Path> all = Files.list(target)) {
        empty = all.findAny().isEmpty();
      }
    }
    if (Files.exists(target) && !empty) {
      throw new UsageException("%s: %s is there already.".formatted(flag, address));
    }
  }

  private Path target() throws UsageException {
    try {
      return Path.of(Addresses.localPath(address));
    } catch (InvalidPathException e) {
      throw new UsageException(address + " is no path.", e);
    }
  }

  /** The last part of the address, without the ending of an archive. */
  public String name() {
    String last = Addresses.lastPart(address.replaceFirst("/+$", ""));
    return archive ? last.substring(0, last.length() - ARCHIVE.length()) : last;
  }

  /** The folder to fill. */
  public Path folder() {
    return work.path().resolve(name());
  }

  /** Puts what was filled in where it belongs. */
  public void publish() throws IOException, UsageException {
    Path whole = folder();
    if (archive) {
      whole = work.path().resolve("whole");
      FolderArchive.write(folder(), whole);
    }
    if (local) {
      if (Files.isDirectory(target())) {
        Files.delete(target());
      }
      Files.move(whole, target(), StandardCopyOption.ATOMIC_MOVE);
    } else {
      new StoredFiles(storage).write(address, whole);
    }
  }

  @Override
  public void close() throws IOException {
    work.close();
  }
}
