// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

import java.util.Arrays;

/** Statistics of a few numbers; those of none are 0. */
final class Numbers {
  private Numbers() {}

  static double mean(double[] values) {
    return values.length == 0 ? 0 : Arrays.stream(values).sum() / values.length;
  }

  static double least(double[] values) {
    return values.length == 0 ? 0 : Arrays.stream(values).min().orElseThrow();
  }

  static double most(double[] values) {
    return values.length == 0 ? 0 : Arrays.stream(values).max().orElseThrow();
  }

  static double deviation(double[] values) {
    double mean = mean(values);
    return Math.sqrt(mean(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).toArray()));
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** The mean of the lowest share, of one at least. */
  static double low(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int count = Math.min(sorted.length, Math.max(1, (int) (sorted.length * share)));
    return mean(Arrays.copyOf(sorted, count));
  }

  /** Some of the numbers, by index. */
  static double[] pick(double[] values, int[] which) {
    return Arrays.stream(which).mapToDouble(i -> values[i]).toArray();
  }
}
