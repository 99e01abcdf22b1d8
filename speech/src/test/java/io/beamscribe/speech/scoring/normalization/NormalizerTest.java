// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "NONE    | en-US | Don’t  stop!         | Don’t stop!",
        "BASIC   | en-US | ‘Don’t’ stop-gap, $5 | don't stop gap 5",
        "BASIC   | de-DE | Straße ＡＢＣ           | straße abc",
        "ENGLISH | en-US | Um, I can't [cough] do it, Mr. Colour | i can not do it mister color",
        "ENGLISH | en-US | They're naïve (sighs) | they are naive",
        "LOCALE  | en-GB | She won't            | she will not",
        "LOCALE  | zh-CN | 你好，API。             | 你 好 api",
        "LOCALE  | ja-JP | スーパー                 | ス ー パ ー",
        "LOCALE  | ko-KR | 안녕 하세요.             | 안녕 하세요",
      })
  void leavesOutWhatDoesNotCount(Normalizer normalizer, String locale, String text, String words) {
    assertThat(String.join(" ", normalizer.tokens(text, locale))).isEqualTo(words);
  }
}
