// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.transforms.values.AudioFile;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class SeenFilesTest {
  @Test
  void knowsFilesInTheirVersions() {
    List<AudioFile> files =
        IntStream.range(0, 1000).mapToObj(i -> file("s3a://b/" + i, 5, "v" + i)).toList();
    SeenFiles memory = SeenFiles.of(files);

    assertThat(memory.size()).isEqualTo(1000);
    assertThat(files).allMatch(memory::has);
    assertThat(memory.has(file("s3a://b/7", 5, "v8"))).isFalse();
    assertThat(memory.has(file("s3a://b/7", 6, "v7"))).isFalse();
    assertThat(memory.has(file("s3a://b/1000", 5, "v1000"))).isFalse();
    assertThat(SeenFiles.EMPTY.has(files.get(0))).isFalse();
  }

  @Test
  void joinsTwoAndKeepsTheLaterVersion() {
    AudioFile gone = file("a", 1, "1");
    AudioFile old = file("b", 1, "1");
    AudioFile replaced = file("b", 1, "2");
    AudioFile added = file("c", 1, "1");
    SeenFiles all = SeenFiles.of(List.of(gone, old)).and(SeenFiles.of(List.of(replaced, added)));

    assertThat(all.size()).isEqualTo(3);
    assertThat(List.of(gone, replaced, added)).allMatch(all::has);
    assertThat(all.has(old)).isFalse();
  }

  @Test
  void isSixteenBytesAFileInState() throws Exception {
    List<AudioFile> files =
        IntStream.range(0, 1000).mapToObj(i -> file("s3a://b/" + i, 5, "v" + i)).toList();
    PollState memory =
        new PollState(SeenFiles.of(files.subList(0, 600)), SeenFiles.of(files.subList(600, 1000)));
    byte[] stored = CoderUtils.encodeToByteArray(PollState.MemoryCoder.INSTANCE, memory);

    assertThat(stored).hasSize(16_008);
    assertThat(CoderUtils.decodeFromByteArray(PollState.MemoryCoder.INSTANCE, stored))
        .isEqualTo(memory);
  }

  private static AudioFile file(String address, long size, String version) {
    return new AudioFile(address, address, size, version, false);
  }
}
