// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SharedData;
import io.beamscribe.speech.models.store.RealModels;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.recognition.Task;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On the real whisper-base and the clips of testdata. */
class WhisperEngineTest {
  private static final RecognitionOptions ENGLISH =
      RecognitionOptions.of(SpokenLanguage.fixed("en-US"));
  private static final int SECOND = 16_000;

  private static Engine engine;
  private static float[] heart;
  private static float[] slt;

  @BeforeAll
  static void load() throws Exception {
    engine = new WhisperEngineProvider().open(RealModels.get("whisper-base").folder());
    heart = Clips.samples("speech/heart.flac");
    slt = Clips.samples("speech/slt.flac");
  }

  @AfterAll
  static void close() {
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void speechBecomesText() throws Exception {
    Recognition recognised = engine.recognize(segment(0, heart), ENGLISH);
    assertThat(text(recognised)).isEqualTo(Clips.reference("speech/heart.flac"));
    assertThat(recognised.phrases()).allMatch(phrase -> phrase.locale().equals("en-US"));
  }

  @Test
  void wordsOfAnotherEngineGetTheMarksThatItWritesItself() throws SpeechException {
    List<SpeechSegment> segments = List.of(segment(0, heart), segment(heart.length + SECOND, slt));
    List<Phrase> own = engine.recognize(segments, ENGLISH).phrases();
    List<Phrase> spoken =
        own.stream()
            .map(
                phrase ->
                    phrase.withReadings(List.of(Reading.verbatim("", 0.9, phrase.best().words()))))
            .toList();

    List<Phrase> marked = engine.punctuate(segments, spoken, "en-US");

    assertThat(text(marked)).isEqualTo(text(own)).containsPattern("[.,]");
    assertThat(Phrase.words(marked)).isEqualTo(Phrase.words(own));
    assertThat(engine.punctuate(segments, spoken, "tlh")).isEqualTo(spoken);
  }

  private static String text(List<Phrase> phrases) {
    return phrases.stream().map(phrase -> phrase.best().display()).collect(Collectors.joining(" "));
  }

  @Test
  void wordsComeInOrderAndInsideTheirSegment() throws SpeechException {
    long start = 100L * SECOND;
    List<Word> words = words(engine.recognize(segment(start, heart), ENGLISH));
    long last = 100_000;
    for (Word word : words) {
      assertThat(word.startMilliseconds()).isGreaterThanOrEqualTo(last);
      assertThat(word.endMilliseconds()).isGreaterThanOrEqualTo(word.startMilliseconds());
      assertThat(word.confidence()).isBetween(0.0, 1.0);
      last = word.startMilliseconds();
    }
    assertThat(last).isLessThan(100_000 + heart.length * 1000L / SECOND);
  }

  @Test
  void segmentsInOneWindowKeepTheirTimes() throws SpeechException {
    List<SpeechSegment> segments =
        List.of(segment(0, heart), segment(60L * SECOND, slt), segment(300L * SECOND, heart));
    List<Phrase> phrases = engine.recognize(segments, ENGLISH).phrases();
    assertThat(phrases)
        .extracting(phrase -> phrase.startMilliseconds() / 60_000)
        .isSorted()
        .contains(0L, 1L, 5L);
  }

  @Test
  void threadsGiveTheSameAsOneAlone() throws Exception {
    Callable<Recognition> work = () -> engine.recognize(segment(0, heart), ENGLISH);
    Callable<Recognition> other = () -> engine.recognize(segment(0, slt), ENGLISH);
    Recognition alone = work.call();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Recognition>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(work);
        all.add(other);
      }
      List<Future<Recognition>> done = threads.invokeAll(all);
      for (int i = 0; i < done.size(); i += 2) {
        assertThat(done.get(i).get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdown();
    }
  }

  /**
   * Long and short ones, so that some are done before the others, and more than fit at once. With a
   * language of its own, each segment is a window.
   */
  @Test
  void windowsThatAreDecodedAtOnceGiveTheSameAsEachAlone() throws SpeechException {
    List<SpeechSegment> segments = new ArrayList<>();
    for (int seconds : new int[] {9, 3, 7, 5, 11, 4, 6, 3}) {
      float[] samples = new float[seconds * SECOND];
      for (int at = segments.size() * 1000; at < samples.length; ) {
        float[] clip = at % 2 == 0 ? heart : slt;
        int count = Math.min(clip.length, samples.length - at);
        System.arraycopy(clip, 0, samples, at, count);
        at += clip.length + SECOND / 2;
      }
      segments.add(segment(segments.size() * 30L * SECOND, samples));
    }
    RecognitionOptions each =
        RecognitionOptions.of(SpokenLanguage.continuous(List.of("en-US", "de-DE")));
    List<Phrase> alone = new ArrayList<>();
    for (SpeechSegment segment : segments) {
      alone.addAll(engine.recognize(List.of(segment), each).phrases());
    }
    assertThat(alone).hasSizeGreaterThan(segments.size() / 2);
    assertThat(engine.recognize(segments, each).phrases()).isEqualTo(alone);
  }

  @Test
  void earlierCallsHaveNoInfluence() throws SpeechException {
    try (Engine fresh = new WhisperEngineProvider().open(RealModels.get("whisper-base").folder())) {
      Recognition first = fresh.recognize(segment(0, slt), ENGLISH);
      fresh.recognize(
          List.of(segment(0, heart), segment(heart.length, slt), segment(900_000, heart)), ENGLISH);
      // A prompt of this length makes the decoder take more room than a sentence does
      fresh.recognize(
          segment(0, heart), ENGLISH.withPhrases(Collections.nCopies(60, "Thornton Hall")));
      assertThat(fresh.recognize(segment(0, slt), ENGLISH)).isEqualTo(first);
    }
  }

  @Test
  void whereNobodySpeaksThereAreNoWords() throws SpeechException {
    Random random = new Random(1);
    float[] noise = new float[20 * SECOND];
    float[] tone = new float[20 * SECOND];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (2000 * random.nextGaussian());
      tone[i] = (float) (8000 * Math.sin(2 * Math.PI * 440 * i / SECOND));
    }
    assertThat(engine.recognize(segment(0, new float[10 * SECOND]), ENGLISH).phrases()).isEmpty();
    assertThat(engine.recognize(segment(0, noise), ENGLISH).phrases()).isEmpty();
    assertThat(engine.recognize(segment(0, tone), ENGLISH).phrases()).isEmpty();
    assertThat(engine.recognize(segment(0, new float[1]), ENGLISH).phrases()).isEmpty();
    assertThat(engine.recognize(List.of(), ENGLISH).phrases()).isEmpty();
  }

  @Test
  void theLanguageIsFoundOutAmongCandidates() throws SpeechException {
    assertThat(engine.identifiesLanguages()).isTrue();
    assertThat(engine.identify(List.of(segment(0, heart), segment(0, slt)), List.of()))
        .containsExactly("en", "en");
    assertThat(engine.identify(List.of(segment(0, heart)), List.of("de-DE", "en-GB")))
        .containsExactly("en-GB");
    Recognition recognised =
        engine.recognize(
            segment(0, heart), RecognitionOptions.of(SpokenLanguage.single(List.of())));
    assertThat(recognised.phrases()).allMatch(phrase -> phrase.locale().equals("en"));
  }

  @Test
  void greedySearchAndTranslationWork() throws SpeechException {
    assertThat(text(engine.recognize(segment(0, heart), ENGLISH.withBeam(1)))).isNotEmpty();
    assertThat(text(engine.recognize(segment(0, heart), ENGLISH.withTask(Task.TRANSLATE))))
        .isNotEmpty();
  }

  @Test
  void badInputIsRefused() {
    float[] broken = heart.clone();
    broken[100] = Float.NaN;
    assertThatExceptionOfType(SpeechException.class)
        .isThrownBy(() -> engine.recognize(segment(0, broken), ENGLISH))
        .matches(e -> e.kind() == ErrorKind.INVALID_AUDIO);
    assertThatExceptionOfType(SpeechException.class)
        .isThrownBy(
            () ->
                engine.recognize(
                    segment(0, heart), RecognitionOptions.of(SpokenLanguage.fixed("tlh"))))
        .withMessageContaining("tlh");
  }

  @Test
  void wordsAreInTheLowerCaseOfTheirLanguage() throws Exception {
    float[] turkish = Clips.samples(SharedData.required("failing/turkish_i.flac").toString());
    Recognition recognised =
        engine.recognize(segment(0, turkish), RecognitionOptions.of(SpokenLanguage.fixed("tr-TR")));
    assertThat(text(recognised)).contains("İ");
    assertThat(words(recognised)).noneMatch(word -> word.text().contains("\u0307"));
    assertThat(recognised.phrases()).noneMatch(each -> each.best().lexical().contains("\u0307"));
  }

  @Test
  void aClosedEngineSaysSo() throws SpeechException {
    Engine other = new WhisperEngineProvider().open(RealModels.get("whisper-base").folder());
    other.close();
    other.close();
    assertThatIllegalStateException().isThrownBy(() -> other.recognize(List.of(), ENGLISH));
  }

  private static SpeechSegment segment(long start, float[] samples) {
    return new SpeechSegment(0, start, samples);
  }

  private static String text(Recognition recognised) {
    return recognised.phrases().stream()
        .map(phrase -> phrase.best().display())
        .collect(Collectors.joining(" "));
  }

  private static List<Word> words(Recognition recognised) {
    return recognised.phrases().stream().flatMap(phrase -> phrase.best().words().stream()).toList();
  }
}
