// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * How often values fall into ranges of the same width.
 *
 * @param labels the lower end of each range, with a plus sign if the last one has no upper end
 */
record Histogram(List<String> labels, List<Integer> counts) {
  private static final int MOST_RANGES = 16;

  /** So many times the median is far above the others: a silent file is a hundred times as fast. */
  private static final int FAR = 4;

  /** Ranges of width 1, 2 or 5 times a power of ten, from the least value to the greatest. */
  static Histogram of(double[] values) {
    return of(values, Double.POSITIVE_INFINITY);
  }

  /** The same, but the last range takes all values that are far above the others. */
  static Histogram ofMost(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return of(values, sorted.length == 0 ? 0 : FAR * sorted[(sorted.length - 1) / 2]);
  }

  private static Histogram of(double[] values, double far) {
    if (values.length == 0) {
      return new Histogram(List.of(), List.of());
    }
    double least = DoubleStream.of(values).min().orElseThrow();
    double all = DoubleStream.of(values).max().orElseThrow();
    double greatest = Math.min(all, Math.max(least, far));
    double width = width(least, greatest);
    long first = range(least, width);
    int ranges = (int) (range(greatest, width) - first) + 1;
    int[] counts = new int[ranges];
    for (double value : values) {
      counts[(int) (range(Math.min(value, greatest), width) - first)]++;
    }
    int digits = Math.max(0, (int) -Math.floor(Math.log10(width) + 1e-9));
    List<String> labels = new ArrayList<>();
    List<Integer> boxed = new ArrayList<>();
    for (int i = 0; i < ranges; i++) {
      boolean open = i == ranges - 1 && all > greatest;
      labels.add(
          String.format(Locale.ROOT, "%." + digits + "f", (first + i) * width) + (open ? "+" : ""));
      boxed.add(counts[i]);
    }
    return new Histogram(labels, boxed);
  }

  private static double width(double least, double greatest) {
    for (double power = 0.01; ; power *= 10) {
      for (int step : new int[] {1, 2, 5}) {
        double width = power * step;
        if (range(greatest, width) - range(least, width) < MOST_RANGES) {
          return width;
        }
      }
    }
  }

  /** A value at the border of two ranges belongs to the upper one, whatever the rounding. */
  private static long range(double value, double width) {
    return (long) Math.floor(value / width + 1e-9);
  }
}
