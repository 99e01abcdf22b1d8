// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class QualityTest {
  @Test
  void surerWordsAreWrongLessOften() {
    ErrorCurve curve = ErrorCurve.of("whisper").orElseThrow();
    double before = 1;
    for (int i = 0; i <= 100; i++) {
      double errors = curve.errors(i / 100.0);
      assertThat(errors).isBetween(0.0, before);
      before = errors;
    }
    assertThat(curve.errors(0.2)).isGreaterThan(0.5);
    assertThat(curve.errors(1)).isLessThan(0.1);
    assertThat(curve.errors(0.95)).isCloseTo(curve.errors(0.95 + 1e-9), within(1e-6));
    assertThat(curve.errors(2)).isEqualTo(curve.errors(1));
  }

  @Test
  void onlyFittedEnginesHaveACurve() {
    assertThat(ErrorCurve.of("vosk")).isEmpty();
  }

  @Test
  void theMostFrequentWordsComeFirstAndOthersByName() {
    assertThat(Quality.mostFrequent(new TreeMap<>(Map.of("c", 1, "a", 1, "b", 3)), 2))
        .containsExactly(Map.entry("b", 3), Map.entry("a", 1));
  }
}
