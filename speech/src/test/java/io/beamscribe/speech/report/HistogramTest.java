// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void histogramsHaveRoundRanges() {
    assertThat(Histogram.of(new double[] {0.71, 0.72, 0.95, 1}))
        .isEqualTo(
            new Histogram(
                List.of(
                    "0.70", "0.72", "0.74", "0.76", "0.78", "0.80", "0.82", "0.84", "0.86", "0.88",
                    "0.90", "0.92", "0.94", "0.96", "0.98", "1.00"),
                List.of(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1)));
    assertThat(Histogram.of(new double[] {8.5}))
        .isEqualTo(new Histogram(List.of("8.50"), List.of(1)));
    assertThat(Histogram.of(new double[0]).labels()).isEmpty();
    Histogram wide = Histogram.of(DoubleStream.of(0.001, 1e9).toArray());
    assertThat(wide.counts()).hasSizeLessThanOrEqualTo(16);
  }

  @Test
  void whatIsFarAboveTheOthersSharesTheLastRange() {
    assertThat(Histogram.ofMost(new double[] {8, 9, 9, 10, 11, 4000}))
        .isEqualTo(
            new Histogram(
                List.of(
                    "8", "10", "12", "14", "16", "18", "20", "22", "24", "26", "28", "30", "32",
                    "34", "36+"),
                List.of(3, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)));
  }
}
