// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0.0 s",
        "9.94|9.9 s",
        "9.96|10 s",
        "59.94|60 s",
        "60|1 min 0 s",
        "3599.6|1 h 0 min",
        "3661|1 h 1 min",
        "7199|2 h 0 min",
        "36000000|10,000 h 0 min"
      })
  void durations(double seconds, String text) {
    assertThat(Figures.duration(seconds)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "999, 999 B", "1000, 1.0 kB", "999600, 1.0 MB", "12345678, 12 MB"})
  void sizes(long bytes, String text) {
    assertThat(Figures.bytes(bytes)).isEqualTo(text);
  }

  @Test
  void showsWhatWouldSteerText() {
    assertThat(Figures.visible("a\u0000b\u202Egpj\ud800 한 مرحبا 😀"))
        .isEqualTo("a\ufffdb\ufffdgpj\ufffd 한 مرحبا 😀");
  }
}
