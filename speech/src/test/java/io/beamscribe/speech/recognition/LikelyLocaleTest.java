// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikelyLocaleTest {
  /** Of the languages that multilingual models identify: results of these must stay as they are. */
  private static final String LOCALES =
      "af-ZA am-ET ar-EG as-IN az-AZ ba-RU be-BY bg-BG bn-BD bo-CN br-FR bs-BA ca-ES cs-CZ cy-GB"
          + " da-DK de-DE el-GR en-US es-ES et-EE eu-ES fa-IR fi-FI fo-FO fr-FR gl-ES gu-IN ha-NG"
          + " haw-US he-IL hi-IN hr-HR ht-HT hu-HU hy-AM id-ID is-IS it-IT ja-JP jv-ID ka-GE kk-KZ"
          + " km-KH kn-IN ko-KR la-VA lb-LU ln-CD lo-LA lt-LT lv-LV mg-MG mi-NZ mk-MK ml-IN mn-MN"
          + " mr-IN ms-MY mt-MT my-MM ne-NP nl-NL nn-NO no-NO oc-FR pa-IN pl-PL ps-AF pt-BR ro-RO"
          + " ru-RU sa-IN sd-PK si-LK sk-SK sl-SI sn-ZW so-SO sq-AL sr-RS su-ID sv-SE sw-TZ ta-IN"
          + " te-IN tg-TJ th-TH tk-TM tr-TR tt-RU uk-UA ur-PK uz-UZ vi-VN yi-UA yo-NG yue-HK"
          + " zh-CN";

  @Test
  void languagesThatModelsIdentifyGetTheirCountry() {
    assertThat(LOCALES.split(" "))
        .allSatisfy(
            locale ->
                assertThat(LikelyLocale.of(locale.substring(0, locale.indexOf('-'))))
                    .isEqualTo(locale));
  }

  @ParameterizedTest
  @CsvSource({"jw, jv-ID", "tl, fil-PH", "ast, ast-ES"})
  void codesOfModelsBecomeTagsAndOthersGetTheirCountryToo(String code, String locale) {
    assertThat(LikelyLocale.of(code)).isEqualTo(locale);
  }

  @Test
  void whatIsNoCodeOrHasNoCountryIsLeft() {
    assertThat(Stream.of("en-GB", "zh-Hant-TW", "xx", "eo", "und", ""))
        .allSatisfy(tag -> assertThat(LikelyLocale.of(tag)).isEqualTo(tag));
  }
}
