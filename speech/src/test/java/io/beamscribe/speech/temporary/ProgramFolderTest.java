// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.temporary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFolderTest {
  @TempDir Path folder;
  private final Set<String> reasons = new HashSet<>();

  @Test
  void isOneWhereProgramsRun() {
    assertThat(ProgramFolder.fits(folder.resolve("new"), reasons)).isTrue();
    assertThat(folder.resolve("new")).isEmptyDirectory();
    assertThat(reasons).isEmpty();
  }

  @Test
  void isNoneThatCannotBeWrittenTo() {
    assertThat(ProgramFolder.fits(Path.of("/proc/none"), reasons)).isFalse();
    assertThat(reasons).singleElement().asString().startsWith("/proc/none cannot be written to (");
  }

  /** Containers usually have such a place. */
  @Test
  void isNoneThatAllowsNoPrograms() throws IOException {
    Optional<Path> place =
        Files.readAllLines(Path.of("/proc/mounts")).stream()
            .map(line -> line.split(" "))
            .filter(mount -> mount[3].matches("rw,.*noexec.*") && mount[2].equals("tmpfs"))
            .map(mount -> Path.of(mount[1]))
            .filter(path -> Files.isWritable(path) && path.toFile().getUsableSpace() > 100 << 20)
            .findFirst();
    assumeTrue(place.isPresent(), "skipped: no place without programs on this machine");
    assertThat(ProgramFolder.fits(place.get(), reasons)).isFalse();
    assertThat(reasons).containsExactly(place.get() + " allows no programs to be run (noexec)");
  }
}
