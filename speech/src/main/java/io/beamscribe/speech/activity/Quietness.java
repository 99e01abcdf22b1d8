// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import static io.beamscribe.speech.activity.SpeechDetector.WINDOW;

/**
 * Where a cut hurts least. The cost of a window is its probability of speech plus its level, 60 dB
 * weighing as much as certain speech: the probability finds pauses under noise and music, the level
 * finds the gap between words where there is no pause. The cost of a cut is that of the half second
 * around it, weighted by nearness, so that a longer pause is preferred and hit in its middle.
 */
public final class Quietness {
  private static final int REACH = 8;
  private static final double LEVEL_WEIGHT = 1 / 60.0;

  private final double[] costs;

  /**
   * @param samples in the scale of 16-bit integers
   * @param probabilities of speech in each window of them
   */
  public Quietness(float[] samples, float[] probabilities) {
    costs = new double[probabilities.length];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = probabilities[i] + LEVEL_WEIGHT * level(samples, i * WINDOW);
    }
  }

  /**
   * The best place of {@code [from, to]} among the borders of windows; of equal ones that nearest
   * to the middle, of two such the earlier. The range must hold a border.
   */
  public int quietest(int from, int to) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    int middle = (from + to) / 2;
    for (int border = (from + WINDOW - 1) / WINDOW; border * WINDOW <= to; border++) {
      double cost = costOfCut(border);
      boolean nearer = Math.abs(border * WINDOW - middle) < Math.abs(best - middle);
      if (cost < least || (cost == least && nearer)) {
        least = cost;
        best = border * WINDOW;
      }
    }
    return best;
  }

  private double costOfCut(int border) {
    double sum = 0;
    for (int i = 0; i < REACH; i++) {
      sum += (REACH - i) * (cost(border - 1 - i) + cost(border + i));
    }
    return sum;
  }

  /** What lies beyond the ends of the block counts as silence. */
  private double cost(int window) {
    return window >= 0 && window < costs.length ? costs[window] : 0;
  }

  /** Level in dB over one step of a 16-bit integer; digital silence and that step are alike. */
  private static double level(float[] samples, int start) {
    double energy = 0;
    int end = Math.min(start + WINDOW, samples.length);
    for (int i = start; i < end; i++) {
      energy += (double) samples[i] * samples[i];
    }
    return 10 * Math.log10(1 + energy / (end - start));
  }
}
