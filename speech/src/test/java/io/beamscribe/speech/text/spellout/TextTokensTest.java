// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.spellout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTokensTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "ko-KR; WER은 5%입니다.; [WER, 은, 오, 퍼센트, 입니다]",
        "ko-KR; 탭 4개와 12명; [탭, 네, 개와, 열두, 명]",
        "ko-KR; 23시 3시간; [이십삼, 시, 세, 시간]",
        "ko-KR; 데이터(30분)!; [데이터] [삼십, 분]",
        "en-US; It's 3 o'clock. Don't wait!; [It's, three, o'clock] [Don't, wait]",
        "de-DE; Die Straße ist 20 km lang; [Die, Straße, ist, zwanzig, km, lang]",
        "fr-FR; l'été – c’est fini…; [l'été, c’est, fini]",
        "ru-RU; Привет, мир; [Привет, мир]",
        "ja-JP; 東京です。雨です。; [東京です] [雨です]",
        "ko-KR; ?!; ``"
      })
  void writesWhatIsSpoken(String locale, String line, String sentences) {
    StringBuilder found = new StringBuilder();
    for (var sentence : new TextTokens(locale).sentences(line)) {
      found.append(found.isEmpty() ? "" : " ").append(sentence);
    }
    assertThat(found.toString()).isEqualTo(sentences);
  }
}
