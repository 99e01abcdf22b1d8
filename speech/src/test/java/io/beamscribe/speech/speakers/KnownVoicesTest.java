// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.speakers.block.Voiceprint;
import io.beamscribe.speech.transcript.IdentifiedSpeaker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Synthetic voices that are identified. */
class KnownVoicesTest {
  private static final int ZOE = 1;
  private static final int ANNA = 2;

  private static SpeakerVoice speaker(int number, int channel, int voice, double scatter) {
    return new SpeakerVoice(
        number, channel, 5, SyntheticVoices.print(voice, 10 + number, 0, scatter));
  }

  private static SpeakerVoice speaker(int number, int voice, double telephone) {
    return new SpeakerVoice(number, 0, 5, SyntheticVoices.print(voice, 10 + number, telephone, .7));
  }

  private static KnownVoice voice(String name, int voice, double telephone) {
    return new KnownVoice(name, "m", 20, SyntheticVoices.print(voice, 0, telephone, .5));
  }

  /** Zoe and Anna, and others up to a number of voices. */
  private static KnownVoices known(int count, double telephone) {
    List<KnownVoice> voices = new ArrayList<>();
    voices.add(voice("Zoe", ZOE, telephone));
    voices.add(voice("Anna", ANNA, telephone));
    for (int i = 2; i < count; i++) {
      voices.add(voice("other " + i, 100 + i, telephone));
    }
    return new KnownVoices(voices);
  }

  private static final KnownVoices KNOWN = known(2, 0);

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1", "1, 0", "1, 1"})
  void voiceIsNamedAndStrangersAreNotWhateverTheBands(double enrolled, double heard) {
    KnownVoices known = known(20, enrolled);
    List<IdentifiedSpeaker> identified =
        known.identify(
            List.of(
                speaker(1, ANNA, heard),
                speaker(2, ZOE, heard),
                speaker(3, 3, heard),
                speaker(4, 4, heard),
                speaker(5, 5, heard),
                speaker(6, 6, heard)));
    assertThat(identified)
        .extracting(IdentifiedSpeaker::voice)
        .containsExactly("Anna", "Zoe", "unknown", "unknown", "unknown", "unknown");
    assertThat(identified)
        .allSatisfy(
            each -> {
              assertThat(each.confidence() >= KnownVoices.NAMED).isEqualTo(each.hasName());
              assertThat(each.confidence()).isBetween(0.0, 1.0);
            });
  }

  @Test
  void moreVoicesTakeMoreCertainty() {
    List<SpeakerVoice> anna = List.of(speaker(1, 0, ANNA, 2.2));
    double few = known(2, 1).identify(anna).get(0).confidence();
    double many = known(20, 1).identify(anna).get(0).confidence();
    assertThat(few).isGreaterThan(.5);
    assertThat(many / (1 - many)).isCloseTo(few / (1 - few) / 10, withinPercentage(20));
  }

  @Test
  void oddsAreThoseOfTheModel() {
    double[] first = new double[Voiceprint.SIZE];
    double[] second = new double[Voiceprint.SIZE];
    for (int i = 0; i < first.length; i++) {
      first[i] = Math.sin(i) / Math.sqrt(96);
      second[i] = Math.sin(i + .3) / Math.sqrt(96);
    }
    // The same formula in numpy, on the file that ships.
    assertThat(new VoiceOdds(first).sameAs(new VoiceOdds(second))).isCloseTo(16.33, within(.01));
  }

  @Test
  void voiceIsOneSpeakersOfAChannel() {
    List<IdentifiedSpeaker> identified =
        KNOWN.identify(
            List.of(speaker(1, 0, ZOE, .8), speaker(2, 0, ZOE, .2), speaker(3, 1, ZOE, .5)));
    assertThat(identified)
        .extracting(IdentifiedSpeaker::voice)
        .containsExactly("unknown", "Zoe", "Zoe");
    assertThat(identified.get(0).confidence()).isGreaterThan(KnownVoices.NAMED);
  }

  @Test
  void speakerWhoNeverSpeaksAlone() {
    assertThat(KNOWN.identify(List.of(new SpeakerVoice(1, 0, 0, null))))
        .containsExactly(new IdentifiedSpeaker(1, 0, IdentifiedSpeaker.UNKNOWN, 0, 0));
  }

  @Test
  void withoutVoicesEverybodyIsUnknown() {
    assertThat(new KnownVoices(List.of()).identify(List.of(speaker(1, ZOE, 0))))
        .containsExactly(new IdentifiedSpeaker(1, 0, IdentifiedSpeaker.UNKNOWN, 0, 0));
  }

  @Test
  void earlierResultsHaveNoConfidence() throws IOException {
    String stored = "{'speaker':1,'channel':0,'voice':'Zoe','similarity':0.6}".replace('\'', '"');
    assertThat(Json.readCompact(stored.getBytes(UTF_8), IdentifiedSpeaker.class))
        .isEqualTo(new IdentifiedSpeaker(1, 0, "Zoe", 0, .6));
  }

  @Test
  void orderOfVoicesAndSpeakersDoesNotMatter() {
    List<KnownVoice> voices = KNOWN.voices();
    List<SpeakerVoice> speakers = List.of(speaker(1, 0, ZOE, .5), speaker(2, 0, ZOE, .6));
    assertThat(new KnownVoices(List.of(voices.get(1), voices.get(0)))).isEqualTo(KNOWN);
    assertThat(KNOWN.identify(List.of(speakers.get(1), speakers.get(0))))
        .isEqualTo(KNOWN.identify(speakers));
  }

  @Test
  void voiceOfSeveralFilesIsTheirMiddle() {
    KnownVoice middle =
        KnownVoice.of(
            "x",
            "m",
            List.of(new SpeakerVoice(1, 0, 6, axes(0)), new SpeakerVoice(1, 0, 6, axes(40))));
    assertThat(middle.seconds()).isEqualTo(12);
    assertThat(middle.similarity(new SpeakerVoice(1, 0, 5, axes(20)))).isCloseTo(1, within(1e-6));
  }

  private static String axes(double degrees) {
    float[] numbers = new float[Voiceprint.SIZE];
    numbers[0] = (float) Math.cos(Math.toRadians(degrees));
    numbers[1] = (float) Math.sin(Math.toRadians(degrees));
    return Voiceprint.text(numbers);
  }

  @Test
  void recordingsOfOneVoiceAreAlikeWhateverTheBand() {
    assertThat(voice("Zoe", ZOE, 0).isLike(speaker(1, ZOE, 1))).isTrue();
    assertThat(voice("Zoe", ZOE, 0).isLike(speaker(1, ANNA, 0))).isFalse();
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
