// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

/** Matches the speakers of two windows so that their total agreement is greatest. */
final class Assignment {
  private static final int[][] ORDERS = {
    {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}
  };

  private Assignment() {}

  /**
   * @param gain three by three
   * @return the column for each row; of equally good ones the first
   */
  static int[] best(double[][] gain) {
    int[] best = ORDERS[0];
    for (int[] order : ORDERS) {
      if (sum(gain, order) > sum(gain, best)) {
        best = order;
      }
    }
    return best.clone();
  }

  private static double sum(double[][] gain, int[] order) {
    return gain[0][order[0]] + gain[1][order[1]] + gain[2][order[2]];
  }
}
