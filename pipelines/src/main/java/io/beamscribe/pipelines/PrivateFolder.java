// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines;

import io.beamscribe.speech.temporary.TemporaryFolder;
import java.io.IOException;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder where libraries unpack their native code, which is gone with this process. */
final class PrivateFolder {
  private static final Logger LOG = LoggerFactory.getLogger(PrivateFolder.class);

  private PrivateFolder() {}

  /** Creates it; folders that the user names take precedence. */
  static void use() {
    try {
      TemporaryFolder folder = TemporaryFolder.create("run");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(folder)));
      Properties settings = System.getProperties();
      settings.putIfAbsent("jna.tmpdir", folder.path().toString());
      settings.putIfAbsent("org.xerial.snappy.tempdir", folder.path().toString());
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
