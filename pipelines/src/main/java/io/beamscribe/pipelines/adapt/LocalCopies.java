// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.adapt;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.Preflight;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.temporary.TemporaryFolder;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.storage.StoredFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;

/** Files that flags name, on this machine: those of object storage are copied until closed. */
@Internal
public final class LocalCopies implements AutoCloseable {
  private final PipelineOptions options;
  private final TemporaryFolder folder;

  public LocalCopies(PipelineOptions options) throws IOException {
    this.options = options;
    this.folder = TemporaryFolder.create("data");
  }

  /**
   * The files of a flag.
   *
   * @param addresses null for none
   */
  public List<Path> of(String flag, List<String> addresses)
      throws UsageException, JobException, IOException {
    List<Path> files = new ArrayList<>();
    for (String address : addresses == null ? List.<String>of() : addresses) {
      files.add(of(flag, address));
    }
    return files;
  }

  /** The file, or folder, of a flag. */
  public Path of(String flag, String address) throws UsageException, JobException, IOException {
    Preflight.requireNoSpecial(address);
    if (Addresses.isLocal(address)) {
      try {
        Path path = Path.of(Addresses.localPath(address));
        if (Files.exists(path)) {
          return path;
        }
      } catch (InvalidPathException e) {
        // no path: reported below
      }
      throw new UsageException("%s: there is no file %s.".formatted(flag, address));
    }
    StoredInputs.reach(options, address);
    StoredFiles storage = new StoredFiles(StorageSettings.of(options));
    if (!storage.accepts(address)) {
      throw new UsageException("%s is a file or an s3a:// address.".formatted(flag));
    }
    Optional<InputStream> in = storage.open(address);
    if (in.isEmpty()) {
      throw new UsageException("%s: there is no file %s.".formatted(flag, address));
    }
    Path own = Files.createTempDirectory(folder.path(), "");
    Path copy = own.resolve(Addresses.lastPart(address));
    try (InputStream content = in.get()) {
      Files.copy(content, copy);
    }
    return copy;
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
