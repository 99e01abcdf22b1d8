// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessRoomTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"0::, ''", "8:pids:, pids"})
  void isThatOfTheNearestGroupThatHasTooLittle(String line, String root) throws IOException {
    group(root, "max", 900);
    group(root + "/pod", "100", 70);
    group(root + "/pod/job", "max", 20);
    assertThat(lacking(line + "/pod/job", 30)).isEmpty();
    assertThat(lacking(line + "/pod/job", 31))
        .contains(new ProcessRoom.Shortage("pids.max of the container", 100, 30));
    assertThat(lacking(line + "/elsewhere", 31)).isEmpty();
  }

  /** As in a container, which does not see how its group is called outside. */
  @Test
  void isThatOfTheRootWhereTheGroupIsNotSeen() throws IOException {
    group("", "60", 70);
    assertThat(lacking("0::/docker/0123", 1))
        .contains(new ProcessRoom.Shortage("pids.max of the container", 60, 0));
  }

  @Test
  void isEnoughWhereNothingIsKnown() throws IOException {
    assertThat(lacking("3:memory:/x", 1000)).isEmpty();
    assertThat(ProcessRoom.lacking(1)).isEmpty();
  }

  private void group(String path, String most, int current) throws IOException {
    Path group = Files.createDirectories(folder.resolve("sys/" + path));
    Files.writeString(group.resolve("pids.max"), most + "\n");
    Files.writeString(group.resolve("pids.current"), current + "\n");
  }

  private Optional<ProcessRoom.Shortage> lacking(String line, int needed) throws IOException {
    Path groups = Files.writeString(folder.resolve("cgroup"), "1:cpu:/a\n" + line + "\n");
    return ProcessRoom.ofGroups(groups, folder.resolve("sys"), needed);
  }
}
