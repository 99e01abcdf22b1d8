package io.beamscribe.speech.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikelyLocaleTest {
  @ParameterizedTest
  @CsvSource({
    "ko, ko-KR",
    "zh, zh-CN",
    "haw, haw-US",
    "jw, jv-ID",
    "tl, fil-PH",
    "en-GB, en-GB",
    "zh-Hant-TW, zh-Hant-TW",
    "xx, xx"
  })
  void bareCodesGetTheirRegionAndTheRestIsLeft(String tag, String locale) {
    assertThat(LikelyLocale.of(tag)).isEqualTo(locale);
  }
}
