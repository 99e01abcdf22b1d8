// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import java.util.Arrays;

/**
 * The median of each number and the three on each of its sides, mirrored at the ends. The seven are
 * kept in order while they move on: few comparisons, which the first compiler makes fast. Numbers
 * are finite. Not thread-safe.
 */
final class RunningMedian {
  private static final int HALF = 3;

  /** The row with its mirrored ends. */
  private final float[] wide;

  /** Those around the current number, in order. */
  private final float[] sorted = new float[2 * HALF + 1];

  /**
   * @param length of the rows
   */
  RunningMedian(int length) {
    wide = new float[length + 2 * HALF];
  }

  /** A row that is too short to be mirrored stays as it is. */
  void of(float[] row, float[] medians) {
    int length = row.length;
    System.arraycopy(row, 0, medians, 0, length);
    if (length <= HALF) {
      return;
    }
    System.arraycopy(row, 0, wide, HALF, length);
    for (int i = 1; i <= HALF; i++) {
      wide[HALF - i] = row[i];
      wide[HALF + length - 1 + i] = row[length - 1 - i];
    }
    Arrays.fill(sorted, Float.POSITIVE_INFINITY);
    for (int i = 0; i < sorted.length; i++) {
      replace(Float.POSITIVE_INFINITY, wide[i]);
    }
    medians[0] = sorted[HALF];
    for (int i = 1; i < length; i++) {
      replace(wide[i - 1], wide[i + 2 * HALF]);
      medians[i] = sorted[HALF];
    }
  }

  /** Puts another number in the place of one of them. */
  private void replace(float old, float next) {
    int at = 0;
    while (sorted[at] != old) {
      at++;
    }
    for (; at < sorted.length - 1 && sorted[at + 1] < next; at++) {
      sorted[at] = sorted[at + 1];
    }
    for (; at > 0 && sorted[at - 1] > next; at--) {
      sorted[at] = sorted[at - 1];
    }
    sorted[at] = next;
  }
}
