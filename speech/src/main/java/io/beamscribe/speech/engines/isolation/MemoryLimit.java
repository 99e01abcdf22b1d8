// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The memory limit of a container, and how often the system has ended processes because of it. What
 * cannot be found out counts as no limit.
 *
 * @param bytes that the processes of a group may have
 * @param kills processes of the group that were ended so far
 */
record MemoryLimit(long bytes, long kills) {
  /** Version 1 has a number of this size where there is no limit. */
  private static final long NONE = 1L << 60;

  /** The limits that hold for this process and its children, the innermost first. */
  static List<MemoryLimit> all() {
    try {
      return all(ControlGroups.of("memory"));
    } catch (IOException | RuntimeException e) {
      return List.of(); // not Linux, or hidden
    }
  }

  static List<MemoryLimit> all(List<Path> groups) {
    return groups.stream().map(MemoryLimit::of).flatMap(Optional::stream).toList();
  }

  /**
   * Which of these limits has ended a process since, as part of a sentence.
   *
   * @param now the same limits, later
   */
  static Optional<String> reached(List<MemoryLimit> before, List<MemoryLimit> now) {
    for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
      if (now.get(i).kills > before.get(i).kills) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "as the container has reached its limit of %d MB of memory",
                now.get(i).bytes / 1_000_000));
      }
    }
    return Optional.empty();
  }

  private static Optional<MemoryLimit> of(Path group) {
    OptionalLong limit = either(group, "memory.max", "memory.limit_in_bytes", "");
    OptionalLong kills = either(group, "memory.events", "memory.oom_control", "oom_kill ");
    return limit.isPresent() && kills.isPresent() && limit.getAsLong() < NONE
        ? Optional.of(new MemoryLimit(limit.getAsLong(), kills.getAsLong()))
        : Optional.empty();
  }

  private static OptionalLong either(Path group, String second, String first, String key) {
    OptionalLong found = number(group.resolve(second), key);
    return found.isPresent() ? found : number(group.resolve(first), key);
  }

  /** The number behind a key at the start of a line; empty for none, as for {@code max}. */
  private static OptionalLong number(Path file, String key) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.matches(key + "\\d{1,18}"))
          .mapToLong(line -> Long.parseLong(line.substring(key.length())))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
