// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines;

import io.beamscribe.speech.temporary.TemporaryFolder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder where libraries unpack their native code, which is gone with this process. */
final class PrivateFolder {
  private static final Logger LOG = LoggerFactory.getLogger(PrivateFolder.class);

  /** Properties by which libraries take a folder for their native code. */
  private static final List<String> FOLDERS =
      List.of(
          "jna.tmpdir",
          "jline.tmpdir",
          "org.sqlite.tmpdir",
          "org.xerial.snappy.tempdir",
          "ZstdTempFolder");

  private PrivateFolder() {}

  /**
   * Creates it; folders that the user names take precedence.
   *
   * @return a sentence, if there can be none
   */
  static Optional<String> use() {
    try {
      TemporaryFolder folder = TemporaryFolder.create("run");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(folder)));
      Properties settings = System.getProperties();
      for (String name : FOLDERS) {
        settings.putIfAbsent(name, folder.path().toString());
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
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
