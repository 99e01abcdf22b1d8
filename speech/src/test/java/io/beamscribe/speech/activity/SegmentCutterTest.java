// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import static io.beamscribe.speech.activity.SpeechDetector.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.beamscribe.speech.audio.SampleRange;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lengths in windows of 32 ms; the options are whole windows, so that cuts are exact. */
class SegmentCutterTest {
  private static final int PAUSE = 30;
  private static final int PADDING = 10;
  private static final int LONGEST = 900;
  private static final ActivityOptions OPTIONS =
      new ActivityOptions(0.5, 0.2, windows(3), windows(PAUSE), windows(PADDING), windows(LONGEST));

  @Test
  void withoutSpeechThereIsNoSegment() {
    assertThat(cut(new float[0])).isEmpty();
    assertThat(cut(new float[1000])).isEmpty();
  }

  @Test
  void padsSpeechOnBothSides() {
    assertThat(cut(speech(200, 100, 120))).containsExactly(range(90, 130));
  }

  @Test
  void paddingEndsWithTheBlock() {
    assertThat(cut(speech(100, 4, 95))).containsExactly(range(0, 100));
  }

  @Test
  void theEndsOfAStretchAreWhereTheOffsetIsCrossed() {
    float[] probabilities = new float[200];
    Arrays.fill(probabilities, 90, 140, 0.2f);
    Arrays.fill(probabilities, 100, 103, 0.5f);
    assertThat(cut(probabilities)).containsExactly(range(80, 150));
  }

  @Test
  void whatNeverReachesTheOnsetIsNoSpeech() {
    float[] probabilities = new float[200];
    Arrays.fill(probabilities, 90, 140, 0.49f);
    assertThat(cut(probabilities)).isEmpty();
  }

  @Test
  void aClickAloneIsLeftOutButKeptBesideSpeech() {
    assertThat(cut(speech(200, 100, 102))).isEmpty();
    assertThat(cut(speech(200, 100, 103))).containsExactly(range(90, 113));
    assertThat(cut(speech(200, 100, 102, 120, 130))).containsExactly(range(90, 140));
  }

  @Test
  void aShortPauseStaysInAndALongOneIsLeftOut() {
    assertThat(cut(speech(300, 100, 120, 149, 170))).containsExactly(range(90, 180));
    assertThat(cut(speech(300, 100, 120, 150, 170)))
        .containsExactly(range(90, 130), range(140, 180));
  }

  @Test
  void theLongestSegmentStaysWhole() {
    assertThat(cut(speech(1000, PADDING, LONGEST - PADDING))).containsExactly(range(0, LONGEST));
  }

  @Test
  void longSpeechIsCutInItsShortPause() {
    float[] probabilities = speech(1500, 10, 640, 650, 1490);
    assertThat(cut(probabilities)).containsExactly(range(0, 645), range(645, 1500));
  }

  @Test
  void withoutAnyPauseTheLevelDecides() {
    float[] probabilities = speech(1300, 0, 1300);
    float[] samples = samples(probabilities);
    Arrays.fill(samples, 700 * WINDOW, 708 * WINDOW, 10);
    assertThat(cutter().cut(new SampleRange(0, samples.length), samples, probabilities))
        .containsExactly(range(0, 704), range(704, 1300));
  }

  @Test
  void aRestIsHalvedRatherThanLeftAsACrumb() {
    assertThat(cut(speech(LONGEST + 2, 0, LONGEST + 2)))
        .containsExactly(range(0, LONGEST / 2 + 1), range(LONGEST / 2 + 1, LONGEST + 2));
  }

  @Test
  void positionsCountFromTheStartOfTheFile() {
    float[] probabilities = speech(200, 100, 120);
    long start = 36_000L * SampleRange.RATE * 10 + 7;
    float[] samples = samples(probabilities);
    assertThat(cutter().cut(new SampleRange(start, start + samples.length), samples, probabilities))
        .containsExactly(new SampleRange(start + 90 * WINDOW, start + 130 * WINDOW));
  }

  @Test
  void segmentsEndWithTheSamplesInTheLastWindow() {
    float[] samples = new float[20 * WINDOW - 500];
    float[] probabilities = speech(20, 10, 20);
    assertThat(cutter().cut(new SampleRange(0, samples.length), samples, probabilities))
        .containsExactly(new SampleRange(0, samples.length));
  }

  @Test
  void anyBlockGivesOrderedSegmentsThatHoldAllSpeech() {
    Random random = new Random(3);
    for (int round = 0; round < 100; round++) {
      float[] probabilities = randomSpeech(random, 1 + random.nextInt(6000));
      float[] samples = noise(random, probabilities.length * WINDOW - random.nextInt(WINDOW));
      long start = random.nextInt(1_000_000);
      SampleRange block = new SampleRange(start, start + samples.length);
      List<SampleRange> segments = cutter().cut(block, samples, probabilities);

      long end = start;
      for (SampleRange segment : segments) {
        assertThat(segment.start()).isGreaterThanOrEqualTo(end);
        assertThat(segment.length()).isBetween(1L, (long) LONGEST * WINDOW);
        end = segment.end();
      }
      assertThat(end).isLessThanOrEqualTo(block.end());
      for (int i = 3; i < probabilities.length; i++) {
        if (min(probabilities, i - 3, i) >= 0.5f) {
          long sample = start + (i - 1L) * WINDOW;
          assertThat(segments).anyMatch(s -> s.start() <= sample && sample < s.end());
        }
      }
      assertThat(cutter().cut(block, samples, probabilities)).isEqualTo(segments);
    }
  }

  @Test
  void probabilitiesMustFitTheSamples() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cutter().cut(new SampleRange(0, 1024), new float[1024], new float[3]));
  }

  private static SegmentCutter cutter() {
    return new SegmentCutter(OPTIONS);
  }

  private static List<SampleRange> cut(float[] probabilities) {
    float[] samples = samples(probabilities);
    return cutter().cut(new SampleRange(0, samples.length), samples, probabilities);
  }

  /** Certain speech between each pair of bounds. */
  private static float[] speech(int windows, int... bounds) {
    float[] probabilities = new float[windows];
    for (int i = 0; i < bounds.length; i += 2) {
      Arrays.fill(probabilities, bounds[i], bounds[i + 1], 1);
    }
    return probabilities;
  }

  /** Loud where there is speech, digital silence elsewhere. */
  private static float[] samples(float[] probabilities) {
    float[] samples = new float[probabilities.length * WINDOW];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = probabilities[i / WINDOW] > 0 ? 3000 : 0;
    }
    return samples;
  }

  private static float[] randomSpeech(Random random, int windows) {
    float[] probabilities = new float[windows];
    int i = 0;
    while (i < windows) {
      float level = random.nextBoolean() ? random.nextFloat() : 0;
      int end = Math.min(windows, i + 1 + random.nextInt(random.nextInt(10) == 0 ? 3000 : 60));
      while (i < end) {
        probabilities[i++] = Math.min(1, level * (0.8f + 0.4f * random.nextFloat()));
      }
    }
    return probabilities;
  }

  private static float[] noise(Random random, int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = 6000 * random.nextFloat() - 3000;
    }
    return samples;
  }

  private static float min(float[] values, int from, int to) {
    float min = values[from];
    for (int i = from; i < to; i++) {
      min = Math.min(min, values[i]);
    }
    return min;
  }

  private static SampleRange range(int firstWindow, int endWindow) {
    return new SampleRange((long) firstWindow * WINDOW, (long) endWindow * WINDOW);
  }

  private static Duration windows(int count) {
    return Duration.ofMillis(32L * count);
  }
}
