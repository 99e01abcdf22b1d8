// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.RecognitionStream;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.recognition.StreamResult;
import io.beamscribe.speech.transcript.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VoskLiveStreamTest {
  private static final RecognitionOptions KOREAN =
      RecognitionOptions.of(SpokenLanguage.fixed("ko-KR"));

  private static Engine engine;

  @BeforeAll
  static void open() throws Exception {
    engine = new VoskEngineProvider().open(Shared.model());
  }

  @AfterAll
  static void close() {
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void phrasesAreThoseOfTheSameSamplesAsAWhole() throws Exception {
    float[] samples = Arrays.copyOf(Shared.korean(2).samples(), 9 * 16_000);
    List<String> whole =
        engine.recognize(new SpeechSegment(0, 0, samples), KOREAN).phrases().stream()
            .map(phrase -> phrase.best().lexical())
            .toList();

    List<String> partials = new ArrayList<>();
    List<String> finals = new ArrayList<>();
    try (RecognitionStream stream = engine.stream(KOREAN, true)) {
      int length = 777; // no multiple of anything
      for (int at = 0; at < samples.length; at += length) {
        float[] chunk = Arrays.copyOfRange(samples, at, Math.min(samples.length, at + length));
        take(stream.accept(new SpeechSegment(0, at, chunk)), partials, finals);
      }
      take(stream.endUtterance(), partials, finals);
    }

    assertThat(String.join(" ", finals)).isEqualTo(String.join(" ", whole)).isNotEmpty();
    assertThat(partials).hasSizeGreaterThan(10);
    assertThat(whole.get(0)).startsWith(partials.get(0).substring(0, 1));
  }

  @Test
  void aFirstWordIsSaidBeforeTheNetworkHasSeenWhatFollows() throws Exception {
    float[] samples = Shared.korean(1).samples();
    SpeechSegment whole = new SpeechSegment(0, 0, Arrays.copyOf(samples, 5 * 16_000));
    Phrase phrase = engine.recognize(whole, KOREAN).phrases().get(0);
    long end = phrase.best().words().get(0).endMilliseconds();
    int from = (int) Math.max(0, phrase.startMilliseconds() - 364) * 16; // as the detector gives it

    int to = (int) (end + 300) * 16;
    SpeechSegment begin = new SpeechSegment(0, from, Arrays.copyOfRange(samples, from, to));
    try (RecognitionStream stream = engine.stream(KOREAN, true)) {
      assertThat(stream.accept(begin).partial()).isNotNull();
    }
  }

  @Test
  void anUtteranceThatHasEndedDoesNotComeAgain() throws Exception {
    float[] samples = Arrays.copyOf(Shared.korean(2).samples(), 4 * 16_000);
    try (RecognitionStream stream = engine.stream(KOREAN, true)) {
      stream.accept(new SpeechSegment(0, 0, samples));
      assertThat(stream.endUtterance().finals()).isNotEmpty();
      assertThat(stream.endUtterance()).isEqualTo(StreamResult.NOTHING);
      StreamResult next = stream.accept(new SpeechSegment(0, 160_000, samples));
      List<Phrase> finals = new ArrayList<>(next.finals());
      finals.addAll(stream.endUtterance().finals());
      assertThat(finals.get(0).startMilliseconds()).isBetween(9_500L, 12_000L);
    }
  }

  private static void take(StreamResult result, List<String> partials, List<String> finals) {
    result.finals().forEach(phrase -> finals.add(phrase.best().lexical()));
    if (result.partial() != null) {
      partials.add(result.partial().best().lexical());
    }
  }
}
