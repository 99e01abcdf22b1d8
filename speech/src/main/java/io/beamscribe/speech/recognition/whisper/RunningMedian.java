// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

/**
 * The median of each number and the three on each of its sides, mirrored at the ends. Numbers are
 * compared in fixed pairs (Devillard, "Fast median search", 1998), so that the compiler can
 * vectorise. Not thread-safe.
 */
final class RunningMedian {
  private static final int HALF = 3;

  /** The row with its mirrored ends. */
  private final float[] wide;

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
    for (int i = 0; i < length; i++) {
      float p0 = wide[i];
      float p1 = wide[i + 1];
      float p2 = wide[i + 2];
      float p3 = wide[i + 3];
      float p4 = wide[i + 4];
      float p5 = wide[i + 5];
      float p6 = wide[i + 6];
      float low0 = Math.min(p0, p5);
      float high0 = Math.max(p0, p5);
      float low1 = Math.min(low0, p3);
      float high1 = Math.max(low0, p3);
      float low2 = Math.min(p1, p6);
      float high2 = Math.max(p1, p6);
      float low3 = Math.min(p2, p4);
      float high3 = Math.max(p2, p4);
      float high4 = Math.max(low1, low2);
      float low5 = Math.min(high1, high0);
      float high5 = Math.max(high1, high0);
      float low6 = Math.min(low3, high2);
      float high6 = Math.max(low3, high2);
      float high7 = Math.max(low6, low5);
      float low8 = Math.min(high7, high6);
      float low9 = Math.min(high3, high5);
      float low10 = Math.min(high4, low9);
      float high10 = Math.max(high4, low9);
      float high11 = Math.max(low10, low8);
      medians[i] = Math.min(high11, high10);
    }
  }
}
