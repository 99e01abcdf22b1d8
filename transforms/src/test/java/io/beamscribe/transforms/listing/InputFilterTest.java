// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.transforms.settings.FileSelection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputFilterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x//y.wav",
        "/lead.wav",
        "up/../over.wav",
        "./dot.wav",
        "folder.wav/",
        "call[1].wav",
        "a,b.wav",
        "control\u0001.wav",
        "line\nbreak.wav",
      })
  void takesAKeyToTheLetter(String key) {
    assertThat(filter("s3a://b/in/").path("s3a://b/in/" + key)).contains(key);
    assertThat(filter("s3a://b/in/**").path("s3a://b/in/" + key)).contains(key);
  }

  @Test
  void tellsAnObjectFromAPatternAndFromOthersOfAlikeNames() {
    assertThat(filter("s3a://b/in/call[1].wav").path("s3a://b/in/call[1].wav")).isPresent();
    assertThat(filter("s3a://b/in/x/y.wav").path("s3a://b/in/x//y.wav")).isEmpty();
    assertThat(filter("s3a://b/in/x/*.wav").path("s3a://b/in/x//y.wav")).isEmpty();
    assertThat(filter("s3a://b/in/x//*.wav").path("s3a://b/in/x/y.wav")).isEmpty();
    assertThat(filter("s3a://my_calls/in/").path("s3a://my_calls/in/a.wav")).contains("a.wav");
  }

  @Test
  void leavesOutWhatIsHiddenOrWritten() {
    assertThat(filter("s3a://b/").path("s3a://b/in/.hidden.wav")).isEmpty();
    assertThat(filter("s3a://b/").path("s3a://b/out/transcripts/a.wav.json")).isEmpty();
  }

  private static InputFilter filter(String input) {
    return new InputFilter(List.of(input), "s3a://b/out", FileSelection.ALL);
  }
}
