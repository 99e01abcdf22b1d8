// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.activity.ActivityOptions;
import io.beamscribe.speech.activity.SpeechDetector;
import io.beamscribe.speech.models.store.RealModels;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Word;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LiveSessionTest {
  private static final RecognitionOptions KOREAN =
      RecognitionOptions.of(SpokenLanguage.fixed("ko-KR"));

  /** Bounds that the speech below exceeds, so that it is cut without a pause. */
  private static final EndPointing SHORT =
      EndPointing.DEFAULT.withSilence(Duration.ofSeconds(5)).withLongest(Duration.ofSeconds(3));

  private static SpeechDetector detector;
  private static Engine engine;
  private static float[] speech;

  @BeforeAll
  static void open() throws Exception {
    detector = new SpeechDetector(RealModels.get("silero-vad").folder());
    engine = EngineProvider.named("vosk").open(RealModels.get("vosk-small-ko").folder());
    speech = samples("korean-1.flac", "korean-2.flac");
  }

  @AfterAll
  static void close() {
    if (engine != null) {
      engine.close();
      detector.close();
    }
  }

  private static float[] samples(String... names) throws Exception {
    float[] all = new float[60 * 16_000];
    int[] length = {0};
    for (String name : names) {
      try (LiveAudio audio =
          LiveAudios.any(
              (got, count) -> {
                System.arraycopy(got, 0, all, length[0], count);
                length[0] += count;
              })) {
        audio.accept(Files.readAllBytes(Path.of("../testdata/speech", name)));
        audio.finish();
      }
    }
    return Arrays.copyOf(all, length[0]);
  }

  /** What a session found. */
  private static final class Found implements LiveListener {
    private final List<Phrase> phrases = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();

    @Override
    public void phrase(Phrase phrase) {
      phrases.add(phrase);
    }

    @Override
    public void speechEnded(long position) {
      ends.add(position);
    }
  }

  private static Found heard(float[] speech, EndPointing ends, int chunk) throws Exception {
    Found found = new Found();
    try (LiveSession session =
        new LiveSession(
            detector,
            ActivityOptions.DEFAULT,
            ends,
            () -> engine.stream(KOREAN, true),
            PhraseSpeakers.UNKNOWN,
            0,
            found)) {
      for (int at = 0; at < speech.length; at += chunk) {
        float[] part = Arrays.copyOfRange(speech, at, Math.min(speech.length, at + chunk));
        session.accept(part, part.length);
      }
      session.finish();
    }
    return found;
  }

  /** A gap that is too short for the end of an utterance. */
  @Test
  void speechWithoutPauseIsCutWhereItIsQuietest() throws Exception {
    int from = 36_800;
    int to = from + 3_200;
    float[] with = speech.clone();
    Arrays.fill(with, from, to, 0);
    Found found = heard(with, SHORT, 1600);
    assertThat(found.ends).hasSizeGreaterThanOrEqualTo(2);
    long cut = found.ends.get(0);
    assertThat(cut).isBetween((long) from, (long) to);
    assertThat(Phrase.words(found.phrases))
        .isSortedAccordingTo(Comparator.comparing(Word::startMilliseconds))
        .anyMatch(word -> word.endMilliseconds() <= cut / 16)
        .anyMatch(word -> word.startMilliseconds() >= cut / 16);
  }

  @Test
  void whatIsFinalDependsOnTheSamplesAlone() throws Exception {
    assertThat(heard(speech, SHORT, 777).phrases)
        .isEqualTo(heard(speech, SHORT, 40_000).phrases)
        .isNotEmpty();
  }

  /** The end of an utterance lies anywhere in a chunk. */
  @Test
  void silenceEndsUtterancesWhereverChunksEnd() throws Exception {
    float[] twice = new float[2 * speech.length + 4 * 16_000];
    System.arraycopy(speech, 0, twice, 0, speech.length);
    System.arraycopy(speech, 0, twice, speech.length + 2 * 16_000, speech.length);
    Found whole = heard(twice, EndPointing.DEFAULT, twice.length);
    assertThat(whole.ends).hasSizeGreaterThanOrEqualTo(2);
    for (int chunk : new int[] {512, 1600, 4801}) {
      Found found = heard(twice, EndPointing.DEFAULT, chunk);
      assertThat(found.phrases).isEqualTo(whole.phrases);
      assertThat(found.ends).isEqualTo(whole.ends);
    }
  }
}
