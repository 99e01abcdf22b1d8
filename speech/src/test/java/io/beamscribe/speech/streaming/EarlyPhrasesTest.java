// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beamscribe.speech.activity.ActivityOptions;
import io.beamscribe.speech.activity.SpeechDetector;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.SharedData;
import io.beamscribe.speech.models.store.RealModels;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.scoring.alignment.Aligner;
import io.beamscribe.speech.scoring.alignment.AlignmentRule;
import io.beamscribe.speech.scoring.alignment.Edit;
import io.beamscribe.speech.scoring.alignment.EditCounts;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Word;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody speaks three sentences, with less between them than ends an utterance. */
class EarlyPhrasesTest {
  private static final RecognitionOptions ENGLISH =
      RecognitionOptions.of(SpokenLanguage.fixed("en-US"));

  private static SpeechDetector detector;
  private static Engine engine;
  private static float[] speech;

  @BeforeAll
  static void open() throws Exception {
    byte[] file = Files.readAllBytes(SharedData.required("customspeech/en-US/training_audio2.wav"));
    detector = new SpeechDetector(RealModels.get("silero-vad").folder());
    engine = EngineProvider.named("whisper").open(RealModels.get("whisper-base").folder());
    float[] all = new float[30 * SampleRange.RATE];
    int[] length = {0};
    try (LiveAudio audio =
        LiveAudios.any(
            (got, count) -> {
              System.arraycopy(got, 0, all, length[0], count);
              length[0] += count;
            })) {
      audio.accept(file);
      audio.finish();
    }
    speech = Arrays.copyOf(all, length[0]);
  }

  @AfterAll
  static void close() {
    if (engine != null) {
      engine.close();
      detector.close();
    }
  }

  /** A phrase, and how much had been heard when it was final. */
  private record Heard(Phrase phrase, long position) {}

  private static List<Heard> heard(float[] samples, int chunk, EndPointing ends) throws Exception {
    long began = System.nanoTime();
    List<Heard> heard = new ArrayList<>();
    long[] position = {0};
    try (LiveSession session =
        new LiveSession(
            detector,
            ActivityOptions.CERTAIN,
            ends,
            () -> engine.stream(ENGLISH, ends.hurried()),
            PhraseSpeakers.UNKNOWN,
            0,
            phrase -> heard.add(new Heard(phrase, position[0])))) {
      for (int at = 0; at < samples.length; at += chunk) {
        float[] part = Arrays.copyOfRange(samples, at, Math.min(samples.length, at + chunk));
        position[0] += part.length;
        session.accept(part, part.length);
      }
      session.finish();
    }
    assumeTrue(
        (System.nanoTime() - began) / 1_000_000 < SampleRange.millis(samples.length),
        "skipped: this machine is slower than speech, so attempts are left out");
    return heard;
  }

  private static List<String> words(List<Phrase> phrases) {
    return Phrase.words(phrases).stream().map(Word::text).toList();
  }

  @Test
  void sentencesAreFinalWhileTheNextOneIsSpoken() throws Exception {
    List<Heard> heard = heard(speech, 1600, EndPointing.DEFAULT);
    assertThat(heard).hasSizeGreaterThanOrEqualTo(3);
    for (int at = 0; at < 2; at++) {
      assertThat(SampleRange.millis(heard.get(at).position()))
          .isBetween(
              heard.get(at).phrase().endMilliseconds(),
              heard.get(at + 1).phrase().endMilliseconds());
    }
    List<Phrase> phrases = heard.stream().map(Heard::phrase).toList();
    assertThat(Phrase.words(phrases))
        .allMatch(word -> word.endMilliseconds() <= SampleRange.millis(speech.length))
        .isSortedAccordingTo((a, b) -> Long.compare(a.startMilliseconds(), b.startMilliseconds()));
    List<Phrase> batch = engine.recognize(new SpeechSegment(0, 0, speech), ENGLISH).phrases();
    List<Edit> edits = new Aligner(AlignmentRule.LEVENSHTEIN).align(words(batch), words(phrases));
    assertThat(EditCounts.of(edits).errors()).isLessThanOrEqualTo(1);
  }

  /** The 360 ms after the first sentence end no utterance. */
  @Test
  void aSentenceIsFinalSoonAfterItsPause() throws Exception {
    float[] beginning = Arrays.copyOf(speech, 10 * SampleRange.RATE);
    Heard first = heard(beginning, 1600, EndPointing.DEFAULT).get(0);
    assertThat(first.phrase().best().display()).endsWith("result.");
    assertThat(SampleRange.millis(first.position()) - first.phrase().endMilliseconds())
        .isBetween(0L, 1500L);
  }

  @Test
  void sentencesStayTogetherWhereTheClientSetsTheSilence() throws Exception {
    float[] beginning = Arrays.copyOf(speech, 10 * SampleRange.RATE);
    EndPointing ends = EndPointing.DEFAULT.withSilence(EndPointing.DEFAULT.silence());
    assertThat(heard(beginning, 1600, ends))
        .isNotEmpty()
        .allMatch(each -> each.position() == beginning.length);
  }

  @Test
  void theyDependOnTheSamplesAlone() throws Exception {
    float[] beginning = Arrays.copyOf(speech, 11 * SampleRange.RATE);
    List<Phrase> slowly =
        heard(beginning, 1600, EndPointing.DEFAULT).stream().map(Heard::phrase).toList();
    List<Phrase> atOnce =
        heard(beginning, 80_000, EndPointing.DEFAULT).stream().map(Heard::phrase).toList();
    assertThat(atOnce).isEqualTo(slowly).hasSizeGreaterThanOrEqualTo(2);
  }
}
