// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Confidence intervals of error rates by the bootstrap (Bisani and Ney 2004): units, which are
 * files or utterances, are drawn with replacement, with a fixed seed, so that the same units in the
 * same order give the same interval. Thread-safe.
 */
public final class Bootstrap {
  private static final int DRAWS = 1000;
  private static final long SEED = 20_041_117;
  private static final double OUTSIDE = 0.025;

  private Bootstrap() {}

  /**
   * The interval of 95 % of the ratio of two sums.
   *
   * @param errors of each unit
   * @param lengths of each unit, in tokens of the reference
   */
  public static Interval ratio(long[] errors, long[] lengths) {
    double[] ratios = ratios(errors, lengths);
    return new Interval(at(ratios, OUTSIDE), at(ratios, 1 - OUTSIDE));
  }

  /** The interval of 95 % of the difference of two models, first less second, of the same units. */
  public static Interval difference(long[] errors1, long[] errors2, long[] lengths) {
    double[] ratios = ratios(difference(errors1, errors2), lengths);
    return new Interval(at(ratios, OUTSIDE), at(ratios, 1 - OUTSIDE));
  }

  /** Share of the draws in which the second of two models has fewer errors; half of the ties. */
  public static double probabilityOfImprovement(long[] errors1, long[] errors2, long[] lengths) {
    double better = 0;
    for (double each : ratios(difference(errors1, errors2), lengths)) {
      better += each > 0 ? 1 : each < 0 ? 0 : 0.5;
    }
    return better / DRAWS;
  }

  private static long[] difference(long[] one, long[] other) {
    long[] differences = new long[one.length];
    Arrays.setAll(differences, i -> one[i] - other[i]);
    return differences;
  }

  private static double[] ratios(long[] errors, long[] lengths) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] ratios = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      long error = 0;
      long length = 0;
      for (int i = 0; i < errors.length; i++) {
        int unit = random.nextInt(errors.length);
        error += errors[unit];
        length += lengths[unit];
      }
      ratios[draw] = (double) error / Math.max(1, length);
    }
    Arrays.sort(ratios);
    return ratios;
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
