// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.clustering;

/** How well each speaker fits, by number. */
public final class Scores {
  private Scores() {}

  /** The speaker with the highest score; the first of several, so that results are stable. */
  public static int best(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    return best;
  }

  /** Makes probabilities of logarithms of what is proportional to them. */
  static void normalise(double[] scores) {
    double greatest = scores[best(scores)];
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - greatest);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
  }

  /** The inner product: of unit vectors their cosine. */
  public static double product(double[] one, double[] other) {
    double product = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * other[i];
    }
    return product;
  }
}
