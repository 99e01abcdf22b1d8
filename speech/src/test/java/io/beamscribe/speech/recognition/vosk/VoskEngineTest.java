package io.beamscribe.speech.recognition.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.Alternative;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.Phrase;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.Word;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VoskEngineTest {
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
  void wordsLieWithinTheirPhraseAndInOrder() throws Exception {
    List<Phrase> phrases = engine.recognize(Shared.korean(1), RecognitionOptions.DEFAULT);
    assertThat(phrases).isNotEmpty();
    for (Phrase phrase : phrases) {
      long end = phrase.startMilliseconds();
      for (Word word : phrase.best().words()) {
        assertThat(word.startMilliseconds()).isGreaterThanOrEqualTo(end);
        assertThat(word.confidence()).isBetween(0.0, 1.0);
        end = word.endMilliseconds();
      }
      assertThat(phrase.endMilliseconds()).isEqualTo(end);
    }
  }

  @Test
  void timesCountFromTheBeginningOfTheFile() throws Exception {
    SpeechSegment first = new SpeechSegment(1, 16_000 * 3600L, head(6));
    List<Phrase> phrases = engine.recognize(first, RecognitionOptions.DEFAULT);
    assertThat(phrases).isNotEmpty();
    assertThat(phrases.get(0).channel()).isEqualTo(1);
    assertThat(phrases.get(0).startMilliseconds()).isBetween(3_600_000L, 3_606_000L);
  }

  @Test
  void alternativesComeBesideTheSameBestReading() throws Exception {
    SpeechSegment segment = new SpeechSegment(0, 0, head(15));
    List<Phrase> one = engine.recognize(segment, RecognitionOptions.DEFAULT);
    List<Phrase> five = engine.recognize(segment, new RecognitionOptions(5));
    assertThat(five).extracting(Phrase::best).isEqualTo(one.stream().map(Phrase::best).toList());
    assertThat(five).anySatisfy(phrase -> assertThat(phrase.alternatives()).hasSizeGreaterThan(2));
    for (Phrase phrase : five) {
      assertThat(phrase.alternatives()).hasSizeLessThanOrEqualTo(5);
      assertThat(phrase.alternatives()).extracting(Alternative::text).doesNotHaveDuplicates();
      assertThat(phrase.alternatives().stream().skip(1))
          .extracting(Alternative::confidence)
          .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }
  }

  @Test
  void silenceNothingAndNextToNothingHaveNoPhrases() throws Exception {
    for (int samples : new int[] {0, 1, 100, 399, 401, 4000, 32_000}) {
      SpeechSegment segment = new SpeechSegment(0, 0, new float[samples]);
      assertThat(engine.recognize(segment, new RecognitionOptions(3))).isEmpty();
    }
  }

  @Test
  void samplesThatAreNoNumbersAreRefused() {
    float[] samples = new float[16_000];
    samples[9000] = Float.NaN;
    assertThatThrownBy(
            () -> engine.recognize(new SpeechSegment(0, 0, samples), RecognitionOptions.DEFAULT))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("finite");
  }

  @Test
  void isClosedOnceAndNotUsedAfter() throws Exception {
    Engine own = new VoskEngineProvider().open(Shared.model());
    own.close();
    assertThatCode(own::close).doesNotThrowAnyException();
    assertThatThrownBy(() -> own.recognize(Shared.korean(1), RecognitionOptions.DEFAULT))
        .isInstanceOf(IllegalStateException.class);
  }

  private static float[] head(int seconds) {
    return Arrays.copyOf(Shared.korean(1).samples(), seconds * 16_000);
  }
}
