// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HallucinationFilterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ha, ha, ha!",
        "Hahaha!",
        "HA HA HA HA",
        "Heh heh.",
        "哈哈哈",
        "ㅋㅋㅋ",
        "Ba-da-da-da-da-da-da"
      })
  void laughterIsNoWord(String text) {
    assertThat(HallucinationFilter.isLaughter(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ha!",
        "Hi, hi.",
        "No, no, no, no, no, no, no.",
        "Ha ha, he said.",
        "Hello.",
        "Ho-ho-ho!",
        "ja ja"
      })
  void whatPeopleSayIsNoLaughter(String text) {
    assertThat(HallucinationFilter.isLaughter(text)).isFalse();
  }

  @Test
  void phrasesOfSubtitlesAreFoundInAnySpelling() {
    assertThat(HallucinationFilter.isStock("Thank you for watching!")).isTrue();
    assertThat(HallucinationFilter.isStock("Thank you for your help.")).isFalse();
  }
}
