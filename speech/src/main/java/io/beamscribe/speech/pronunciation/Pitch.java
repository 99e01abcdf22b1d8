// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import java.util.Arrays;

/**
 * How much the pitch of a voice moves, by autocorrelation. It says whether reading sounds
 * monotonous; no expert's mark stands behind it.
 */
final class Pitch {
  private static final int RATE = 16_000;
  private static final int HOP = 320;
  private static final int WINDOW = 800;
  private static final int SHORTEST = RATE / 400;
  private static final int LONGEST = RATE / 70;

  /** Share of the energy that must come again after a period. */
  private static final double VOICED = 0.6;

  /** Semitones of the standard deviation below which a voice is monotonous. */
  private static final double MONOTONE = 1.0;

  /** Voiced windows that are enough to tell: half a second. */
  private static final int ENOUGH = 25;

  private Pitch() {}

  /** Whether a voice keeps its pitch from one sample to another. */
  static boolean isMonotone(float[] samples, int from, int to) {
    double[] tones = new double[Math.max(0, (to - from) / HOP + 1)];
    int count = 0;
    for (int at = from; at + WINDOW + LONGEST <= Math.min(to, samples.length); at += HOP) {
      double tone = semitones(samples, at);
      if (Double.isFinite(tone)) {
        tones[count++] = tone;
      }
    }
    if (count < ENOUGH) {
      return false;
    }
    double[] voiced = Arrays.copyOf(tones, count);
    Arrays.sort(voiced);
    double median = voiced[count / 2];
    // an octave off is an error of the tracker
    double[] near = Arrays.stream(voiced).filter(tone -> Math.abs(tone - median) < 9).toArray();
    double mean = Arrays.stream(near).average().orElse(median);
    double square =
        Arrays.stream(near).map(tone -> (tone - mean) * (tone - mean)).average().orElse(0);
    return Math.sqrt(square) < MONOTONE;
  }

  private static double semitones(float[] samples, int at) {
    double best = 0;
    int period = 0;
    for (int lag = SHORTEST; lag <= LONGEST; lag++) {
      double product = 0;
      double here = 1e-9;
      double there = 1e-9;
      for (int i = 0; i < WINDOW; i += 2) {
        double a = samples[at + i];
        double b = samples[at + i + lag];
        product += a * b;
        here += a * a;
        there += b * b;
      }
      double share = product / Math.sqrt(here * there);
      if (share > best * 1.02) { // of multiples of the period the shortest
        best = share;
        period = lag;
      }
    }
    return best < VOICED ? Double.NaN : 12 * Math.log((double) RATE / period) / Math.log(2);
  }
}
