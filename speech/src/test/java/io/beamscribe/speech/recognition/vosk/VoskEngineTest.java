// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoskEngineTest {
  private static Engine engine;
  @TempDir private Path folder;

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
    List<Phrase> phrases =
        engine.recognize(new SpeechSegment(0, 0, head(20)), RecognitionOptions.DEFAULT).phrases();
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
    List<Phrase> phrases = engine.recognize(first, RecognitionOptions.DEFAULT).phrases();
    assertThat(phrases).isNotEmpty();
    assertThat(phrases.get(0).channel()).isEqualTo(1);
    assertThat(phrases.get(0).startMilliseconds()).isBetween(3_600_000L, 3_606_000L);
  }

  @Test
  void aPhraseHasTheLocaleThatIsKnown() throws Exception {
    SpeechSegment segment = new SpeechSegment(0, 0, head(6));
    RecognitionOptions korean = RecognitionOptions.of(SpokenLanguage.fixed("ko-KR"));
    assertThat(engine.recognize(segment, korean).phrases())
        .isNotEmpty()
        .allMatch(phrase -> phrase.locale().equals("ko-KR"));
    assertThat(engine.recognize(segment, RecognitionOptions.DEFAULT).phrases())
        .isNotEmpty()
        .allMatch(phrase -> phrase.locale() == null);
  }

  @Test
  void aModelOfOneLanguageTellsNone() {
    assertThat(engine.identifiesLanguages()).isFalse();
    assertThatThrownBy(() -> engine.identify(List.of(), List.of("ko-KR", "en-US")))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("cannot identify others");
  }

  @Test
  void consecutiveSegmentsAreRecognisedAsOne() throws Exception {
    float[] samples = head(8);
    List<SpeechSegment> halves =
        List.of(
            new SpeechSegment(0, 0, Arrays.copyOf(samples, 64_000)),
            new SpeechSegment(0, 64_000, Arrays.copyOfRange(samples, 64_000, 128_000)));
    assertThat(engine.recognize(halves, RecognitionOptions.DEFAULT))
        .isEqualTo(engine.recognize(new SpeechSegment(0, 0, samples), RecognitionOptions.DEFAULT));
  }

  @Test
  void alternativesComeBesideTheSameBestReading() throws Exception {
    SpeechSegment segment = new SpeechSegment(0, 0, head(15));
    List<Phrase> one = engine.recognize(segment, RecognitionOptions.DEFAULT).phrases();
    List<Phrase> five =
        engine.recognize(segment, RecognitionOptions.DEFAULT.withAlternatives(5)).phrases();
    assertThat(five).extracting(Phrase::best).isEqualTo(one.stream().map(Phrase::best).toList());
    assertThat(five).anySatisfy(phrase -> assertThat(phrase.readings()).hasSizeGreaterThan(2));
    for (Phrase phrase : five) {
      assertThat(phrase.readings()).hasSizeLessThanOrEqualTo(5);
      assertThat(phrase.readings()).extracting(Reading::display).doesNotHaveDuplicates();
      assertThat(phrase.readings().stream().skip(1))
          .extracting(Reading::confidence)
          .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }
  }

  @Test
  void silenceNothingAndNextToNothingHaveNoPhrases() throws Exception {
    for (int samples : new int[] {0, 1, 100, 399, 401, 4000, 32_000}) {
      SpeechSegment segment = new SpeechSegment(0, 0, new float[samples]);
      assertThat(engine.recognize(segment, RecognitionOptions.DEFAULT.withAlternatives(3)))
          .isEqualTo(Recognition.NOTHING);
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
    SpeechSegment second = new SpeechSegment(0, 0, new float[16_000]);
    assertThatThrownBy(() -> own.recognize(second, RecognitionOptions.DEFAULT))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatVoskCannotProcessIsAnErrorAndNoSilence() throws Exception {
    // Features at 48 kHz, which cannot be made from audio at 16 kHz.
    Path features = Files.createDirectory(folder.resolve("conf")).resolve("mfcc.conf");
    Files.writeString(features, "--num-ceps=40\n--num-mel-bins=40\n--sample-frequency=48000\n");
    Path real = Shared.model();
    Files.copy(real.resolve("conf/model.conf"), folder.resolve("conf/model.conf"));
    for (String part : List.of("am", "graph", "ivector")) {
      Files.createSymbolicLink(folder.resolve(part), real.resolve(part));
    }
    try (Engine upsampling = new VoskEngineProvider().open(folder)) {
      SpeechSegment second = new SpeechSegment(0, 0, head(1));
      assertThatThrownBy(() -> upsampling.recognize(second, RecognitionOptions.DEFAULT))
          .isInstanceOf(SpeechException.class)
          .hasMessage("Vosk could not process the audio");
    }
  }

  @Test
  void modelsThatAreAbsentOrBrokenAreSaidToBeSo() throws Exception {
    assertThatThrownBy(() -> new VoskEngineProvider().open(folder))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("There is no Vosk model in " + folder);
    Files.createDirectories(folder.resolve("am"));
    Files.createDirectories(folder.resolve("conf"));
    Files.writeString(folder.resolve("am/final.mdl"), "no network");
    Files.writeString(folder.resolve("conf/mfcc.conf"), "");
    Files.writeString(folder.resolve("conf/model.conf"), "");
    assertThatThrownBy(() -> new VoskEngineProvider().open(folder))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("Vosk could not load the model in " + folder);
  }

  private static float[] head(int seconds) {
    return Arrays.copyOf(Shared.korean(1).samples(), seconds * 16_000);
  }
}
