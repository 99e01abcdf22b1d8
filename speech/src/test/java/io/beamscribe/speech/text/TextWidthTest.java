// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {
  @ParameterizedTest
  @CsvSource({"word, 4", "한국어, 6", "日本語, 6", "ｱ, 1", "Ａ, 2", "né, 2", "✅, 2", "→, 1"})
  void wideCharactersTakeTwoColumns(String text, int columns) {
    assertThat(TextWidth.of(text)).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({"né", "한국어", "각", "हिन्दी", "นี้"})
  void takenApartTextIsAsWide(String text) {
    assertThat(TextWidth.of(Normalizer.normalize(text, Normalizer.Form.NFD)))
        .isEqualTo(TextWidth.of(text));
  }
}
