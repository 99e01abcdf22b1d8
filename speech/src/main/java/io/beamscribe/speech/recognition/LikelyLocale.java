package io.beamscribe.speech.recognition;

import java.util.Map;
import java.util.TreeMap;

/**
 * The locale that a bare language code most likely means, since results name languages with their
 * region. The regions are those of the Unicode CLDR (likely subtags) for the languages that
 * multilingual models tell apart; {@code jw} and {@code tl} are names that such models give to what
 * BCP 47 calls {@code jv} and {@code fil}.
 */
public final class LikelyLocale {
  private static final String LOCALES =
      "af-ZA am-ET ar-EG as-IN az-AZ ba-RU be-BY bg-BG bn-BD bo-CN br-FR bs-BA ca-ES cs-CZ cy-GB"
          + " da-DK de-DE el-GR en-US es-ES et-EE eu-ES fa-IR fi-FI fo-FO fr-FR gl-ES gu-IN ha-NG"
          + " haw-US he-IL hi-IN hr-HR ht-HT hu-HU hy-AM id-ID is-IS it-IT ja-JP jv-ID ka-GE kk-KZ"
          + " km-KH kn-IN ko-KR la-VA lb-LU ln-CD lo-LA lt-LT lv-LV mg-MG mi-NZ mk-MK ml-IN mn-MN"
          + " mr-IN ms-MY mt-MT my-MM ne-NP nl-NL nn-NO no-NO oc-FR pa-IN pl-PL ps-AF pt-BR ro-RO"
          + " ru-RU sa-IN sd-PK si-LK sk-SK sl-SI sn-ZW so-SO sq-AL sr-RS su-ID sv-SE sw-TZ ta-IN"
          + " te-IN tg-TJ th-TH tk-TM tr-TR tt-RU uk-UA ur-PK uz-UZ vi-VN yi-UA yo-NG yue-HK"
          + " zh-CN";

  private static final Map<String, String> BY_LANGUAGE = byLanguage();

  private LikelyLocale() {}

  /** A locale for a language code; a tag that is more than a code, or not known, as it is. */
  public static String of(String tag) {
    return BY_LANGUAGE.getOrDefault(tag, tag);
  }

  private static Map<String, String> byLanguage() {
    Map<String, String> locales = new TreeMap<>();
    for (String locale : LOCALES.split(" ")) {
      locales.put(locale.substring(0, locale.indexOf('-')), locale);
    }
    locales.put("jw", "jv-ID");
    locales.put("tl", "fil-PH");
    return locales;
  }
}
