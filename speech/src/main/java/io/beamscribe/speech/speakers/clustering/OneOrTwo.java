// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.clustering;

/** Whether two pieces are of one voice, in {@link VoiceSpace}. */
final class OneOrTwo {
  private OneOrTwo() {}

  /**
   * The logarithm of how much likelier two pieces are of one voice than of two.
   *
   * @param one coordinates of a piece, or the mean of several, which counts as one
   * @param variances of voices along each coordinate
   */
  static double odds(double[] one, double[] other, double[] variances) {
    double ratio = 0;
    for (int i = 0; i < variances.length; i++) {
      double variance = variances[i];
      ratio +=
          likelihood(2, one[i] + other[i], variance)
              - likelihood(1, one[i], variance)
              - likelihood(1, other[i], variance);
    }
    return ratio;
  }

  /** Of pieces of one voice along a coordinate, as far as it depends on which belong together. */
  private static double likelihood(int pieces, double sum, double variance) {
    double spread = 1 + pieces * variance;
    return (variance * sum * sum / spread - Math.log(spread)) / 2;
  }
}
