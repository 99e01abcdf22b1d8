// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.channels;

/**
 * How the level difference of two channels behaves while there is sound. One scene in two channels
 * has a difference that hardly changes, whatever the gain or delay between them; two telephones
 * have one that swings from side to side with the speaker, even with crosstalk 20 dB below.
 */
final class ChannelBalance {
  private static final int LOWEST = LevelStatistics.SILENCE;

  /** A channel is active this far above its noise, but never this far below its loudest. */
  private static final int ABOVE_NOISE = 10;

  private static final int BELOW_TOP = 35;
  private static final int LEAST_LEVEL = -70;
  private static final int STEADY = 6;

  /** One scene stays within this many dB, measured between the 5 % at either end. */
  private static final int SCENE_SPREAD = 4;

  /**
   * Two speakers are further apart than this, and each at least this far on one side of the middle.
   */
  private static final int SPEAKER_SPREAD = 14;

  private static final int SIDE = 5;

  /** Each has to speak for a second, and for a fiftieth of the time in which anyone does. */
  private static final int LEAST_WINDOWS = 5;

  private static final int LEAST_SHARE = 50;

  private final LevelStatistics levels;
  private final int[] active;
  private final long[] differences = new long[1 - 2 * LOWEST];
  private long windows;

  private ChannelBalance(LevelStatistics levels) {
    this.levels = levels;
    this.active = new int[] {threshold(0), threshold(1)};
    levels.forEachPair(
        (level0, level1, count) -> {
          if (level0 >= active[0] || level1 >= active[1]) {
            differences[level0 - level1 - LOWEST] += count;
            windows += count;
          }
        });
  }

  static ChannelBalance of(LevelStatistics levels) {
    return new ChannelBalance(levels);
  }

  /** Whether both channels carry one scene at a constant balance. */
  boolean isSteady() {
    return quantile(0.95) - quantile(0.05) <= SCENE_SPREAD;
  }

  /** Whether each channel has something of its own that is far weaker in the other. */
  boolean eachDominates() {
    int low = quantile(0.02);
    int high = quantile(0.98);
    if (windows == 0 || high - low < SPEAKER_SPREAD) {
      return false;
    }
    double middle = (low + high) / 2.0;
    long[] dominates = {0, 0};
    levels.forEachPair(
        (level0, level1, count) -> {
          if (level0 >= active[0] && level0 - level1 >= middle + SIDE) {
            dominates[0] += count;
          } else if (level1 >= active[1] && level0 - level1 <= middle - SIDE) {
            dominates[1] += count;
          }
        });
    return Math.min(dominates[0], dominates[1]) >= Math.max(LEAST_WINDOWS, windows / LEAST_SHARE);
  }

  private int threshold(int channel) {
    int noise = levels.quantile(channel, 0.1);
    int top = levels.quantile(channel, 0.99);
    if (top - noise < STEADY) {
      return Integer.MAX_VALUE; // noise, or nothing
    }
    int aboveNoise = Math.min(noise + ABOVE_NOISE, top - STEADY);
    return Math.max(LEAST_LEVEL, Math.max(aboveNoise, top - BELOW_TOP));
  }

  private int quantile(double share) {
    return LevelStatistics.quantile(differences, share) + LOWEST;
  }
}
