// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real audio beside the repository on development machines, and nowhere else. */
public final class SharedData {
  private SharedData() {}

  /** A file of that folder; the test is skipped if there is none. */
  public static Path required(String name) {
    Path file = file(name);
    assumeTrue(Files.exists(file), "skipped: no shared/data/" + name + " beside the repository");
    return file;
  }

  /** A file of that folder, which may not exist. */
  public static Path file(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared/data");
      if (Files.isDirectory(folder)) {
        return folder.resolve(name);
      }
    }
    return Path.of("no-shared-data", name);
  }
}
