// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The control groups of this process: that of a container, and those around it that it sees. */
final class ControlGroups {
  private ControlGroups() {}

  /** Those of one controller, the innermost first; of both versions of control groups. */
  static List<Path> of(String controller) throws IOException {
    return of(controller, Path.of("/proc/self/cgroup"), Path.of("/sys/fs/cgroup"));
  }

  static List<Path> of(String controller, Path groups, Path mounted) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String line : Files.readAllLines(groups)) {
      String[] parts = line.split(":", 3); // number, controllers, path
      boolean second = parts[1].isEmpty();
      if (!second && !Arrays.asList(parts[1].split(",")).contains(controller)) {
        continue;
      }
      Path root = second ? mounted : mounted.resolve(controller);
      Path inner = root.resolve(parts[2].substring(1)).normalize();
      // A container sees its own group at the root, whatever it is called outside.
      for (Path group = inner; group != null && group.startsWith(root); group = group.getParent()) {
        found.add(group);
      }
    }
    return found;
  }
}
