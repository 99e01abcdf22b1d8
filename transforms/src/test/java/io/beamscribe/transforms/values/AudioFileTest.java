// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioFileTest {
  @ParameterizedTest
  @CsvSource({
    "/data/calls/one.wav, data/calls/one.wav",
    "/data/calls/../two.wav, data/two.wav",
    "file:///data/one.wav, data/one.wav",
    "s3a://bucket/calls/one.wav, s3a/bucket/calls/one.wav",
    "https://me:secret@host/one.wav?key=secret, host/one.wav?0b60fff17537"
  })
  void putsResultsToTheWholeAddressWithoutSecrets(String address, String path) {
    AudioFile file = AudioFile.of(address);
    assertThat(file.address()).isEqualTo(address);
    assertThat(file.path()).isEqualTo(path);
    assertThat(file.source()).doesNotContain("secret");
    assertThat(file.toString()).contains(file.path()).doesNotContain("secret");
  }

  @Test
  void takesAPathFromWhereTheJobRuns() {
    assertThat(AudioFile.of("one.wav").path())
        .isEqualTo(Path.of("one.wav").toAbsolutePath().toString().substring(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../one", "a/../../one", "/one", "a//one", "./one", "one/"})
  void refusesResultsThatWouldLeaveTheOutput(String path) {
    assertThatThrownBy(() -> AudioFile.of("one.wav").withPath(path))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
