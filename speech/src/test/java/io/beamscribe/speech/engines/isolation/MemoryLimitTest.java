// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryLimitTest {
  private static final String SENTENCE =
      "as the container has reached its limit of 500 MB of memory";

  @TempDir Path folder;

  @Test
  void namesTheLimitThatHasEndedAProcess() throws IOException {
    List<MemoryLimit> before = second("500000000", 2);
    assertThat(MemoryLimit.reached(before, second("500000000", 3))).contains(SENTENCE);
    assertThat(MemoryLimit.reached(before, second("500000000", 2))).isEmpty();
  }

  @Test
  void knowsTheFirstVersionOfControlGroups() throws IOException {
    List<MemoryLimit> before = first("500000000", 0);
    assertThat(MemoryLimit.reached(before, first("500000000", 1))).contains(SENTENCE);
  }

  @Test
  void namesNoneWhereThereIsNone() throws IOException {
    assertThat(second("max", 1)).isEmpty();
    assertThat(first("9223372036854771712", 1)).isEmpty();
    assertThat(MemoryLimit.all(List.of(folder.resolve("none")))).isEmpty();
  }

  private List<MemoryLimit> second(String limit, int kills) throws IOException {
    return group("memory.max", limit, "memory.events", kills);
  }

  private List<MemoryLimit> first(String limit, int kills) throws IOException {
    return group("memory.limit_in_bytes", limit, "memory.oom_control", kills);
  }

  private List<MemoryLimit> group(String name, String limit, String events, int kills)
      throws IOException {
    Path group = Files.createTempDirectory(folder, "group");
    Files.writeString(group.resolve(name), limit + "\n");
    Files.writeString(group.resolve(events), "oom 1\noom_kill " + kills + "\n");
    return MemoryLimit.all(List.of(group));
  }
}
