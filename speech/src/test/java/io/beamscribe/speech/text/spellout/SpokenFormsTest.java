// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.spellout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenFormsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-US | 25 | twenty five",
        "en-US | 1,234 | one thousand two hundred thirty four",
        "en-US | 3.50 | three point five zero",
        "en-US | $25.50 | twenty five dollars and fifty cents",
        "en-US | $1 | one dollar",
        "en-US | $0.05 | five cents",
        "en-US | 10% | ten percent",
        "en-US | 10:30 | ten thirty",
        "en-US | 9:05 | nine oh five",
        "en-US | 7:00 | seven o'clock",
        "en-US | 21st | twenty first",
        "en-US | 1984 | nineteen eighty four",
        "en-US | 1990s | nineteen nineties",
        "en-US | 555-0123 | five five five zero one two three",
        "en-US | 4111111111111111 | four one one one one one one one one one one one one one one"
            + " one",
        "en-US | covid-19 | covid nineteen",
        "en-US | speech-to-text | speech to text",
        "en-US | at&t | at and t",
        "en-US | o'clock | o'clock",
        "de-DE | 25 | fünfundzwanzig",
        "de-DE | 3,5 | drei komma fünf",
        "de-DE | 1.234 | eintausendzweihundertvierunddreißig",
        "de-DE | 10:30 | zehn uhr dreißig",
        "fr-FR | 21 | vingt et un",
        "fr-FR | 80% | quatre vingts pour cent",
        "es-ES | 2,50€ | dos euros con cincuenta céntimos",
        "it-IT | 28 | ventotto",
        "pt-BR | 45 | quarenta e cinco",
        "ko-KR | 25% | 이십오 퍼센트",
        "ja-JP | 10:30 | 十 時 三十 分",
        "zh-CN | 3.5 | 三 点 五",
        "ru-RU | 25 | 25",
      })
  void aNumberBecomesTheWordsItIsSpokenWith(String locale, String written, String spoken) {
    assertThat(String.join(" ", SpokenForms.of(locale).speak(written))).isEqualTo(spoken);
  }
}
