// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real audio that lies beside the repository on development machines, and nowhere else. */
public final class SharedData {
  private SharedData() {}

  /** A file of that folder; where there is none, a path at which nothing is. */
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
