// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.speakers.block.Voiceprint;
import io.beamscribe.speech.transcript.IdentifiedSpeaker;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Synthetic voices that are identified. */
class KnownVoicesTest {
  /** A voice between the first two axes: its angle is its similarity to either. */
  private static String print(double degrees) {
    float[] numbers = new float[Voiceprint.SIZE];
    numbers[0] = (float) Math.cos(Math.toRadians(degrees));
    numbers[1] = (float) Math.sin(Math.toRadians(degrees));
    return Voiceprint.text(numbers);
  }

  private static SpeakerVoice speaker(int number, int channel, double degrees) {
    return new SpeakerVoice(number, channel, 5, print(degrees));
  }

  private static KnownVoice voice(String name, double degrees) {
    return new KnownVoice(name, "m", 5, print(degrees));
  }

  private static final KnownVoices KNOWN =
      new KnownVoices(List.of(voice("Zoe", 0), voice("Anna", 90)));

  @Test
  void nearestVoiceThatIsNearEnough() {
    assertThat(KNOWN.identify(List.of(speaker(1, 0, 80), speaker(2, 0, -20), speaker(3, 0, -90))))
        .extracting(IdentifiedSpeaker::speaker, IdentifiedSpeaker::voice)
        .containsExactly(tuple(1, "Anna"), tuple(2, "Zoe"), tuple(3, "unknown"));
    double edge = Math.toDegrees(Math.acos(KnownVoices.SAME));
    assertThat(KNOWN.identify(List.of(speaker(1, 0, -edge + .1))).get(0).voice()).isEqualTo("Zoe");
    assertThat(KNOWN.identify(List.of(speaker(1, 0, -edge - .1))).get(0).voice())
        .isEqualTo(IdentifiedSpeaker.UNKNOWN);
  }

  @Test
  void voiceIsOneSpeakersOfAChannel() {
    List<IdentifiedSpeaker> identified =
        KNOWN.identify(List.of(speaker(1, 0, -20), speaker(2, 0, -10), speaker(3, 1, 5)));
    assertThat(identified)
        .extracting(IdentifiedSpeaker::voice)
        .containsExactly("unknown", "Zoe", "Zoe");
    assertThat(identified.get(0).similarity())
        .isCloseTo(Math.cos(Math.toRadians(20)), within(1e-6));
  }

  @Test
  void speakerWhoNeverSpeaksAlone() {
    assertThat(KNOWN.identify(List.of(new SpeakerVoice(1, 0, 0, null))))
        .containsExactly(new IdentifiedSpeaker(1, 0, IdentifiedSpeaker.UNKNOWN, 0));
  }

  @Test
  void orderOfVoicesAndSpeakersDoesNotMatter() {
    List<KnownVoice> voices = List.of(voice("b", 30), voice("a", -30));
    List<SpeakerVoice> speakers = List.of(speaker(1, 0, 0), speaker(2, 0, 10));
    assertThat(new KnownVoices(List.of(voices.get(1), voices.get(0))))
        .isEqualTo(new KnownVoices(voices));
    assertThat(new KnownVoices(voices).identify(List.of(speakers.get(1), speakers.get(0))))
        .isEqualTo(new KnownVoices(voices).identify(speakers));
  }

  @Test
  void voiceOfSeveralFilesIsTheirMiddle() {
    KnownVoice middle =
        KnownVoice.of(
            "x",
            "m",
            List.of(new SpeakerVoice(1, 0, 6, print(0)), new SpeakerVoice(1, 0, 6, print(40))));
    assertThat(middle.seconds()).isEqualTo(12);
    assertThat(middle.similarity(speaker(1, 0, 20))).isCloseTo(1, within(1e-6));
  }

  @Test
  void voicesOfAnotherModelAreFound() {
    assertThat(KNOWN.ofOtherModel("m")).isEmpty();
    assertThat(KNOWN.ofOtherModel("n")).contains(KNOWN.voices().get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Anna", "김민수", "agent 17", "o'Neill", "voice-3", "a.b@c"})
  void names(String name) {
    assertThat(KnownVoice.isName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "17", "Unknown", "../x", "a/b", "a\nb", ".hidden", "dot.", "<v>", "a,b"})
  void noNames(String name) {
    assertThat(KnownVoice.isName(name)).isFalse();
  }
}
