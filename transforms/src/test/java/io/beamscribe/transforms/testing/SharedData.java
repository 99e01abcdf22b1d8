// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real audio beside the repository on development machines, and nowhere else. */
public final class SharedData {
  private SharedData() {}

  /** A file of that folder; the test is skipped if there is none. */
  public static Path required(String name) {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.exists(at.resolve("shared/data").resolve(name))) {
      at = at.getParent();
    }
    assumeTrue(at != null, "skipped: no shared/data/" + name + " beside the repository");
    return at.resolve("shared/data").resolve(name);
  }
}
