// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowerCaseTest {
  @ParameterizedTest
  @CsvSource({
    "tr-TR, İstanbul'dan, istanbul'dan",
    "tr-TR, İZMİR ISPARTA, izmir ısparta",
    "tr, I\u0307stanbul, istanbul",
    "az-Latn-AZ, Bakı İLİ, bakı ili",
    "az-AZ, İKİ QIZ, iki qız",
    "en-US, İstanbul IN May, istanbul in may",
    "en-US, i\u0307stanbul, istanbul",
    "'', IT, it",
    "lt-LT, IŠ JŲ Ì Í, iš jų ì í",
    "el-GR, ΟΔΟΣ ΣΟΦΟΣ, οδος σοφος",
    "el-GR, ΌΣΟΣ, όσος",
    "de-DE, STRASSE GROẞ Maß, strasse groß maß",
    "nl-NL, IJsland, ijsland",
    "hy-AM, ԵՎ, եվ"
  })
  void followsTheLanguage(String locale, String text, String lower) {
    assertThat(LowerCase.of(text, locale)).isEqualTo(lower).doesNotContain("\u0307");
  }
}
