// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Transcripts;
import io.beamscribe.speech.transcript.Word;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QualityTest {
  @ParameterizedTest
  @ValueSource(strings = {"whisper", "vosk"})
  void surerWordsAreWrongLessOften(String engine) {
    ErrorCurve curve = ErrorCurve.of(engine).orElseThrow();
    double before = 1;
    for (int i = 0; i <= 100; i++) {
      double errors = curve.errors(i / 100.0);
      assertThat(errors).isBetween(0.0, before);
      before = errors;
    }
    assertThat(curve.errors(0.2)).isGreaterThan(0.5);
    assertThat(curve.errors(1)).isLessThan(0.15);
    assertThat(curve.errors(0.95)).isCloseTo(curve.errors(0.95 + 1e-9), within(1e-6));
    assertThat(curve.errors(2)).isEqualTo(curve.errors(1));
  }

  /** Words of Korean results are parts of words; a long one counts for more. */
  @Test
  void voskHasAnEstimateForKoreanByCharacters() {
    Transcript korean =
        Transcripts.mono(
            Transcripts.phrase(0, new Word("마이크로소프트", 0, 900, 1), new Word("는", 900, 1000, 0.1)));
    assertThat(Quality.of(korean))
        .map(Quality::expectedErrorRate)
        .hasValueSatisfying(rate -> assertThat(rate).isCloseTo((7 * 0.137 + 1) / 8, within(1e-9)));
  }

  @Test
  void onlyFittedEnginesHaveACurve() {
    assertThat(ErrorCurve.of("moonshine")).isEmpty();
    assertThat(Quality.expectedErrors("moonshine", 0.25)).isEqualTo(0.75);
  }

  @Test
  void theMostFrequentWordsComeFirstAndOthersByName() {
    assertThat(Quality.mostFrequent(new TreeMap<>(Map.of("c", 1, "a", 1, "b", 3)), 2))
        .containsExactly(Map.entry("b", 3), Map.entry("a", 1));
  }
}
