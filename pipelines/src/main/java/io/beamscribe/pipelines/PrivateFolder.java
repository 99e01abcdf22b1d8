// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines;

import io.beamscribe.speech.temporary.TemporaryFolder;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder where libraries unpack their native code, which is gone with this process. */
final class PrivateFolder {
  private static final Logger LOG = LoggerFactory.getLogger(PrivateFolder.class);

  /** Properties by which libraries take a folder for their native code. */
  private static final List<String> FOLDERS =
      List.of("jna.tmpdir", "jline.tmpdir", "org.xerial.snappy.tempdir");

  private PrivateFolder() {}

  /** Creates it; folders that the user names take precedence. */
  static void use() {
    try {
      TemporaryFolder folder = TemporaryFolder.create("run");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(folder)));
      Properties settings = System.getProperties();
      for (String name : FOLDERS) {
        settings.putIfAbsent(name, folder.path().toString());
      }
    } catch (IOException e) {
      LOG.debug("No temporary folder; the libraries that need one will say so", e);
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
