// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceEndsTest {
  @ParameterizedTest
  @ValueSource(strings = {"Yes.", "Really?\"", "まで。」", "next\n", "next \n", "done.) "})
  void marksAndLinesEndSentencesWhateverClosesAfterThem(String text) {
    assertThat(SentenceEnds.at(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"", "and", "well,", "a. b", "3.5 km"})
  void otherTextsGoOn(String text) {
    assertThat(SentenceEnds.at(text)).isFalse();
  }
}
