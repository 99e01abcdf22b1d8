// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.audio.Envelope;
import io.beamscribe.speech.audio.SampleRange;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockCutterTest {
  private static final int FRAMES_PER_SECOND = SampleRange.RATE / Envelope.FRAME;
  private static final long LONGEST = BlockCutter.LONGEST;
  private static final long REACH = 15L * SampleRange.RATE;

  @Test
  void nothingHasNoBlock() {
    assertThat(BlockCutter.cut(new Envelope(new float[0]), 0)).isEmpty();
  }

  @Test
  void aFileOfTwoMinutesStaysWhole() {
    long samples = LONGEST;
    assertThat(BlockCutter.cut(constant(samples, 1), samples))
        .containsExactly(new SampleRange(0, samples));
  }

  @Test
  void cutsInTheMiddleOfTheOnlyPause() {
    long samples = 2 * LONGEST;
    Envelope envelope = constant(samples, 1000);
    silence(envelope, 120 * FRAMES_PER_SECOND, 25);
    long border = Envelope.start(120 * FRAMES_PER_SECOND + 12);
    assertThat(BlockCutter.cut(envelope, samples))
        .containsExactly(new SampleRange(0, border), new SampleRange(border, samples));
  }

  @Test
  void prefersALongPauseToADeepButShortOne() {
    long samples = 2 * LONGEST;
    Envelope envelope = constant(samples, 1000);
    silence(envelope, 125 * FRAMES_PER_SECOND, 5);
    Arrays.fill(envelope.meanSquares(), 5900, 5950, 10);
    long border = BlockCutter.cut(envelope, samples).get(0).end();
    assertThat(border).isBetween(Envelope.start(5912), Envelope.start(5937));
  }

  @Test
  void whereEverythingIsAlikeTheBorderIsTheNominalOne() {
    long samples = 4 * LONGEST;
    for (float level : new float[] {0, 0.3f, 1e8f}) {
      assertThat(BlockCutter.cut(constant(samples, level), samples))
          .containsExactly(
              new SampleRange(0, LONGEST),
              new SampleRange(LONGEST, 2 * LONGEST),
              new SampleRange(2 * LONGEST, 3 * LONGEST),
              new SampleRange(3 * LONGEST, samples));
    }
  }

  @Test
  void whatLiesOutOfReachOfABorderDoesNotMoveIt() {
    long samples = 4 * LONGEST;
    Envelope envelope = random(samples, 7);
    List<SampleRange> before = BlockCutter.cut(envelope, samples);
    long from = LONGEST + REACH + SampleRange.RATE;
    long to = 2 * LONGEST - REACH - SampleRange.RATE;
    silence(envelope, (int) (from / Envelope.FRAME), (int) ((to - from) / Envelope.FRAME));
    assertThat(BlockCutter.cut(envelope, samples)).isEqualTo(before);
  }

  @Test
  void severalBlocksAreAlikeAndEvenInNumber() {
    long samples = 5 * LONGEST + 5 * SampleRange.RATE;
    assertThat(BlockCutter.cut(constant(samples, 1), samples))
        .hasSize(6)
        .allSatisfy(
            block ->
                assertThat(block.length()).isCloseTo(samples / 6, within((long) Envelope.FRAME)));
  }

  @Test
  void blocksOfWindowsAreWholeNumbersOfThem() {
    long samples = 600L * SampleRange.RATE; // 22 windows in four blocks
    long window = samples / 22;
    assertThat(new BlockCutter(BlockOptions.WINDOWS).blocks(constant(samples, 1), samples))
        .extracting(block -> Math.round((double) block.length() / window))
        .containsExactly(6L, 5L, 6L, 5L);
  }

  @Test
  void blocksOfWindowsAreEvenInNumberAndNotTooLong() {
    BlockCutter cutter = new BlockCutter(BlockOptions.WINDOWS);
    Random random = new Random(5);
    for (int round = 0; round < 100; round++) {
      long samples = LONGEST + 1 + (long) (random.nextDouble() * 20 * LONGEST);
      List<SampleRange> blocks = cutter.blocks(random(samples, round), samples);
      assertThat(blocks.size() % 2).isZero();
      assertThat(blocks.get(blocks.size() - 1).end()).isEqualTo(samples);
      assertThat(blocks).allSatisfy(block -> assertThat(block.seconds()).isBetween(45.0, 168.0));
    }
  }

  @Test
  void coversAFileOfAnyLengthWithoutGapOrOverlap() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      long samples = 1 + (long) (random.nextDouble() * 9 * LONGEST);
      List<SampleRange> blocks = BlockCutter.cut(random(samples, round), samples);
      long end = 0;
      for (SampleRange block : blocks) {
        assertThat(block.start()).isEqualTo(end);
        assertThat(block.length()).isLessThanOrEqualTo(LONGEST + 2 * REACH);
        if (blocks.size() > 1) {
          assertThat(block.length()).isGreaterThanOrEqualTo(LONGEST / 2 - 2 * REACH);
        }
        end = block.end();
      }
      assertThat(end).isEqualTo(samples);
    }
  }

  @Test
  void anEnvelopeThatEndsEarlyCountsAsSilence() {
    long samples = 2 * LONGEST;
    assertThat(BlockCutter.cut(constant(LONGEST / 2, 1), samples))
        .containsExactly(new SampleRange(0, LONGEST), new SampleRange(LONGEST, samples));
  }

  private static Envelope constant(long samples, float level) {
    float[] meanSquares = new float[(int) ((samples + Envelope.FRAME - 1) / Envelope.FRAME)];
    Arrays.fill(meanSquares, level);
    return new Envelope(meanSquares);
  }

  private static Envelope random(long samples, long seed) {
    Envelope envelope = constant(samples, 0);
    Random random = new Random(seed);
    for (int i = 0; i < envelope.meanSquares().length; i++) {
      envelope.meanSquares()[i] = (float) Math.exp(12 * random.nextDouble());
    }
    return envelope;
  }

  private static void silence(Envelope envelope, int firstFrame, int frames) {
    Arrays.fill(envelope.meanSquares(), firstFrame, firstFrame + frames, 0);
  }
}
