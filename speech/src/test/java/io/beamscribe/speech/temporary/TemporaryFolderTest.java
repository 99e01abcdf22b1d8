// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.temporary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
  @TempDir Path parent;

  /** Creates a folder, tells its path, and waits. */
  public static final class Creator {
    public static void main(String[] args) throws IOException {
      Path folder = TemporaryFolder.create(Path.of(args[0]), "test").path();
      Files.writeString(folder.resolve("content"), "content");
      System.out.print(folder);
      System.out.close();
      System.in.read();
    }
  }

  @Test
  void isRemovedWithItsContent() throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.create(parent, "test")) {
      Files.createFile(Files.createDirectory(folder.path().resolve("inner")).resolve("file"));
      Files.createSymbolicLink(folder.path().resolve("link"), parent);
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void removesWhatKilledProcessesHaveLeftAndNothingElse() throws Exception {
    Path foreign = Files.createDirectory(parent.resolve("beamscribe-out"));
    Path creating = Files.createDirectory(parent.resolve("beamscribe-test-1-2-3"));
    Path old = Files.createDirectory(parent.resolve("beamscribe-test-1-2-4"));
    Files.setLastModifiedTime(old, FileTime.fromMillis(0));
    Process alive = creator();
    Process dead = creator();
    Path used = folderOf(alive);
    assertThat(folderOf(dead)).exists();
    dead.destroyForcibly().waitFor();

    try (TemporaryFolder first = TemporaryFolder.create(parent, "test");
        TemporaryFolder second = TemporaryFolder.create(parent, "test")) {
      try (Stream<Path> left = Files.list(parent)) {
        assertThat(left)
            .containsExactlyInAnyOrder(foreign, creating, used, first.path(), second.path());
      }
      assertThat(used.resolve("content")).exists();
    } finally {
      alive.destroyForcibly();
    }
  }

  private Process creator() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Creator.class.getName(),
            parent.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static Path folderOf(Process process) throws IOException {
    return Path.of(new String(process.getInputStream().readAllBytes(), UTF_8));
  }
}
