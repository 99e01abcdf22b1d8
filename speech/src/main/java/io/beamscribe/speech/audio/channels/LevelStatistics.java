// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.channels;

/**
 * How often each level occurs: counts of windows of 200 ms by their level in whole dB, relative to
 * full scale, of one channel or of two at a time. Takes the same memory for any length of audio.
 */
final class LevelStatistics {
  /** Level of digital silence, and of anything below. */
  static final int SILENCE = -120;

  private static final int BINS = 1 - SILENCE;
  private static final double FULL_SCALE = 32768.0 * 32768.0;

  private final int channels;
  private final long[][] single;
  private final long[] joint;

  LevelStatistics(int channels) {
    this.channels = channels;
    this.single = new long[channels][BINS];
    this.joint = new long[channels == 2 ? BINS * BINS : 0];
  }

  /** Counts a window, by the mean square of each channel. */
  void add(double[] meanSquares) {
    for (int channel = 0; channel < channels; channel++) {
      single[channel][bin(meanSquares[channel])]++;
    }
    if (channels == 2) {
      joint[bin(meanSquares[0]) * BINS + bin(meanSquares[1])]++;
    }
  }

  /**
   * A channel whose loud and quiet are less apart than this, in dB, is noise; of speech 20 and
   * more.
   */
  static final int STEADY = 6;

  /** The level of the loud of a channel. */
  int top(int channel) {
    return quantile(channel, 0.99);
  }

  /** How far apart, in dB, the loud and the quiet of a channel are. */
  int liveliness(int channel) {
    return top(channel) - quantile(channel, 0.1);
  }

  /** The level that a share of the windows of a channel stays below. */
  int quantile(int channel, double share) {
    return quantile(single[channel], share) + SILENCE;
  }

  /** Takes two levels in dB and how many windows have them. */
  interface Pairs {
    void accept(int level0, int level1, long windows);
  }

  /** All pairs of levels that two channels have at the same time. */
  void forEachPair(Pairs pairs) {
    for (int i = 0; i < joint.length; i++) {
      if (joint[i] > 0) {
        pairs.accept(i / BINS + SILENCE, i % BINS + SILENCE, joint[i]);
      }
    }
  }

  /** The first index of a histogram at which at least a share of all counts is reached. */
  static int quantile(long[] counts, double share) {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    long wanted = Math.max(1, (long) Math.ceil(total * share));
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i];
      if (sum >= wanted) {
        return i;
      }
    }
    return 0;
  }

  /** A mean square as level relative to full scale. */
  static double dbfs(double meanSquare) {
    return Math.max(SILENCE, 10 * Math.log10(meanSquare / FULL_SCALE));
  }

  private static int bin(double meanSquare) {
    return (int) Math.min(0, Math.round(dbfs(meanSquare))) - SILENCE;
  }
}
