// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.statistics;

/** Probabilities of the standard normal distribution. */
final class Significance {
  private static final double FAR = 38;
  private static final double SERIES = 3;

  private Significance() {}

  /** Probability that a standard normal variable is at least as far from 0, on either side. */
  static double twoSided(double z) {
    double x = Math.abs(z);
    if (x > FAR) {
      return 0;
    }
    return x < SERIES ? 1 - 2 * series(x) : 2 * fraction(x);
  }

  /** The integral of the density from 0, by its Taylor series. */
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-18 * sum; n++) {
      term *= x * x / (2 * n + 1);
      sum += term;
    }
    return sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /** The integral of the density to infinity, by its continued fraction. */
  private static double fraction(double x) {
    double value = x;
    for (int n = 200; n > 0; n--) {
      value = x + n / value;
    }
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) / value;
  }
}
