// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.conversations;

import java.util.Arrays;

/** The cheapest one-to-one assignment of rows to columns, by the Hungarian method. */
final class Assignment {
  private Assignment() {}

  /**
   * The column of each row.
   *
   * @param cost square matrix
   */
  static int[] cheapest(double[][] cost) {
    int size = cost.length;
    double[] rowPotential = new double[size + 1];
    double[] columnPotential = new double[size + 1];
    int[] rowOf = new int[size + 1];
    int[] way = new int[size + 1];
    for (int row = 1; row <= size; row++) {
      rowOf[0] = row;
      int column = 0;
      double[] least = new double[size + 1];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      boolean[] used = new boolean[size + 1];
      do {
        used[column] = true;
        int from = rowOf[column];
        double delta = Double.POSITIVE_INFINITY;
        int next = 0;
        for (int j = 1; j <= size; j++) {
          if (!used[j]) {
            double reduced = cost[from - 1][j - 1] - rowPotential[from] - columnPotential[j];
            if (reduced < least[j]) {
              least[j] = reduced;
              way[j] = column;
            }
            if (least[j] < delta) {
              delta = least[j];
              next = j;
            }
          }
        }
        for (int j = 0; j <= size; j++) {
          if (used[j]) {
            rowPotential[rowOf[j]] += delta;
            columnPotential[j] -= delta;
          } else {
            least[j] -= delta;
          }
        }
        column = next;
      } while (rowOf[column] != 0);
      while (column != 0) {
        rowOf[column] = rowOf[way[column]];
        column = way[column];
      }
    }
    int[] columnOf = new int[size];
    for (int j = 1; j <= size; j++) {
      columnOf[rowOf[j] - 1] = j - 1;
    }
    return columnOf;
  }
}
