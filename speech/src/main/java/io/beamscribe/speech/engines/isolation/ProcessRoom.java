// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How many more processes and threads the system allows. Where it refuses one, native code may wait
 * for it for ever, so that this is asked before. What cannot be found out counts as no limit.
 */
final class ProcessRoom {
  private static final Path PROC = Path.of("/proc");

  /** A limit that is too near. */
  record Shortage(String name, long limit, long left) {}

  private ProcessRoom() {}

  /** The limit of this process that leaves fewer than are needed, if there is one. */
  static Optional<Shortage> lacking(int needed) {
    try {
      return ofGroups(PROC.resolve("self/cgroup"), Path.of("/sys/fs/cgroup"), needed)
          .or(() -> ofUser(needed));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // not Linux, or hidden
    }
  }

  /** By the groups of a container and those around it, as far as they can be seen. */
  static Optional<Shortage> ofGroups(Path groups, Path mounted, int needed) throws IOException {
    for (Path group : ControlGroups.of("pids", groups, mounted)) {
      Optional<Shortage> found = ofGroup(group, needed);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Shortage> ofGroup(Path group, int needed) throws IOException {
    Path most = group.resolve("pids.max");
    if (!Files.isReadable(most)) {
      return Optional.empty();
    }
    String limit = Files.readString(most).strip();
    if (limit.equals("max")) {
      return Optional.empty();
    }
    long current = Long.parseLong(Files.readString(group.resolve("pids.current")).strip());
    return shortOf("pids.max of the container", Long.parseLong(limit), current, needed);
  }

  /** By {@code ulimit -u}, which counts all threads of the user, and does not hold for root. */
  private static Optional<Shortage> ofUser(int needed) {
    try {
      Object user = Files.getAttribute(PROC.resolve("self"), "unix:uid");
      for (String line : Files.readAllLines(PROC.resolve("self/limits"))) {
        String[] words = line.split(" +");
        if (line.startsWith("Max processes") && !words[2].equals("unlimited")) {
          long limit = Long.parseLong(words[2]);
          return user.equals(0) || limit > 10_000
              ? Optional.empty()
              : shortOf("ulimit -u of the user", limit, threadsOf(user), needed);
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static long threadsOf(Object user) throws IOException {
    long threads = 0;
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        threads += isOf(process, user) ? threads(process) : 0;
      }
    }
    return threads;
  }

  private static boolean isOf(Path process, Object user) {
    try {
      return Files.getAttribute(process, "unix:uid").equals(user);
    } catch (IOException e) {
      return false; // it has ended
    }
  }

  private static int threads(Path process) {
    String[] tasks = process.resolve("task").toFile().list();
    return tasks == null ? 0 : tasks.length;
  }

  private static Optional<Shortage> shortOf(String name, long limit, long used, int needed) {
    long left = Math.max(0, limit - used);
    return left < needed ? Optional.of(new Shortage(name, limit, left)) : Optional.empty();
  }
}
