// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import io.beamscribe.speech.temporary.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Flink keeps its files when it runs in this process. By itself it would leave some in the
 * folder for temporary files, and all of them if the process is killed.
 */
final class EmbeddedFiles {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFiles.class);

  /** Flink splits its setting at these. */
  private static final String SEPARATORS = ".*[,:|].*";

  private EmbeddedFiles() {}

  /**
   * A folder with a configuration for Flink, which is removed when the process ends, or by the next
   * if it is killed; empty if none can be made, so that Flink does as it does by itself.
   */
  static Optional<Path> configuration() {
    try {
      TemporaryFolder folder = TemporaryFolder.create("flink");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(folder)));
      Path files = Files.createDirectory(folder.path().resolve("files"));
      if (files.toString().matches(SEPARATORS)) {
        return Optional.empty();
      }
      String quoted = "'" + files.toString().replace("'", "''") + "'";
      Files.writeString(
          folder.path().resolve("config.yaml"),
          "io.tmp.dirs: " + quoted + "\nweb.tmpdir: " + quoted + "\n");
      return Optional.of(folder.path());
    } catch (IOException e) {
      LOG.debug("Flink uses the folder for temporary files", e);
      return Optional.empty();
    }
  }

  private static void close(TemporaryFolder folder) {
    try {
      folder.close();
    } catch (IOException e) {
      LOG.debug("{} is left to the next run", folder.path(), e);
    }
  }
}
