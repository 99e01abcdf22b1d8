// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.audio.AudioFacts;
import io.beamscribe.speech.audio.AudioNote;
import io.beamscribe.speech.audio.SharedData;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Files of which earlier versions gave wrong times, marks or channels. */
class FailingAudioTest {
  @Test
  void audioThatBeginsLaterThanVideo() throws Exception {
    Beeps.Heard stream = hear("video_first_3s.ts");
    assertThat(stream.profile().notes().get(0).endMilliseconds()).isEqualTo(2976L);
    assertThat(stream.profile().facts().truncated()).isFalse();

    Beeps.Heard program = hear("late_audio.mpg");
    assertThat(program.profile().notes().get(0).endMilliseconds()).isEqualTo(4989L);
    assertThat(program.begins().get(0)).isCloseTo(6.2, within(0.2));
    assertThat(program.profile().facts().truncated()).isFalse();
    assertThat(program.profile().facts().sampleRate()).isEqualTo(44_100);
  }

  @Test
  void aHoleInOgg() throws Exception {
    Beeps.Heard heard = hear("gap_in_ogg.opus");
    assertThat(heard.profile().facts().durationMilliseconds()).isEqualTo(20_170);
    assertThat(heard.profile().notes()).extracting(AudioNote::kind).containsExactly("gap");
  }

  @Test
  void whatIsTruncatedAndWhatIsNot() throws Exception {
    assertThat(hear("recorder_died.webm").profile().facts().truncated()).isTrue();
    assertThat(hear("video_longer_than_audio.mp4").profile().facts().truncated()).isFalse();
    AudioFacts streamed = hear("stream_size_2e9.wav").profile().facts();
    assertThat(streamed.truncated()).isFalse();
    assertThat(streamed.headerDurationMilliseconds()).isEqualTo(-1);
  }

  @Test
  void theStreamThatPlayersTake() throws Exception {
    Beeps.Heard heard = hear("default_is_second_stream.mkv");
    assertThat(heard.profile().facts().durationMilliseconds()).isEqualTo(16_256);
    assertThat(heard.profile().notes().get(0).detail())
        .isEqualTo("Of the audio streams, 2 (eng, default) was transcribed, not 1 (deu).");
  }

  @Test
  void theVoiceInTheCentre() throws Exception {
    assertThat(hear("voice_in_centre_51.m4a").profile().tracks().get(0).weights())
        .containsExactly(0.0, 0.0, 1.0, 0.0, 0.0, 0.0);
  }

  private static Beeps.Heard hear(String name) throws Exception {
    Path file = SharedData.required("failing/" + name);
    return Beeps.hear(file);
  }
}
