// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  private static final AtomicFiles FILES = new AtomicFiles(StorageSettings.NONE);
  @TempDir Path root;

  @Test
  void aReaderNeverSeesHalfAFile() throws Exception {
    String target = root.resolve("a/b.json").toString();
    byte[] one = new byte[300_000];
    byte[] two = new byte[300_000];
    Arrays.fill(two, (byte) 1);
    FILES.write(target, one);
    AtomicBoolean stop = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; !stop.get(); i++) {
                try {
                  FILES.write(target, i % 2 == 0 ? two : one);
                } catch (IOException e) {
                  return;
                }
              }
            });
    writer.start();
    try {
      for (int i = 0; i < 500; i++) {
        byte[] seen = FILES.read(target).orElseThrow();
        assertThat(Arrays.equals(seen, one) || Arrays.equals(seen, two)).isTrue();
        assertThat(FILES.list(root.toString())).containsExactly(target);
      }
    } finally {
      stop.set(true);
      writer.join();
    }
    assertThat(FILES.list(root.toString())).containsExactly(target);
  }

  @Test
  void leavesNothingBehindWhenWritingFails() throws IOException {
    Path folder = Files.createDirectories(root.resolve("taken.json/inside"));
    assertThatThrownBy(
            () -> FILES.write(folder.getParent().toString(), "x".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class);
    try (var left = Files.list(root)) {
      assertThat(left).containsExactly(folder.getParent());
    }
  }

  @Test
  void readsListsAndDeletesWhatMayNotBeThere() throws IOException {
    String folder = root.resolve("none").toString();
    assertThat(FILES.read(folder + "/x")).isEmpty();
    assertThat(FILES.exists(folder + "/x")).isFalse();
    assertThat(FILES.list(folder)).isEmpty();
    FILES.deleteFolder(folder);
    FILES.write(folder + "/deep/x", new byte[1]);
    assertThat(FILES.list(folder)).containsExactly(folder + "/deep/x");
    FILES.deleteFolder(folder);
    assertThat(Files.exists(Path.of(folder))).isFalse();
  }
}
