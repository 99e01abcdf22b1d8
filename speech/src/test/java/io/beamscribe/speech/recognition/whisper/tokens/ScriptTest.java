// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptTest {
  @Test
  void chineseIsWrittenAsReadersOfItsLocaleDo() {
    for (String simplified : new String[] {"zh-CN", "zh-SG", "zh", "zh-Hans-HK"}) {
      assertThat(Script.of(simplified).apply("數據、模型")).isEqualTo("数据、模型");
    }
    for (String traditional : new String[] {"zh-TW", "zh-HK", "zh-Hant"}) {
      assertThat(Script.of(traditional).apply("数据、模型")).isEqualTo("數據、模型");
    }
  }

  @Test
  void otherLanguagesStayAsTheyAre() {
    assertThat(Script.of("ja-JP").apply("國会で 数據")).isEqualTo("國会で 数據");
    assertThat(Script.of("en-US").apply("Hello")).isEqualTo("Hello");
  }
}
