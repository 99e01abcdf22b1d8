// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.normalization;

import java.util.List;
import java.util.Locale;

/** Which differences between two texts do not count as errors. */
public enum Normalizer {
  /** All do: tokens are what stands between spaces. */
  NONE,
  /** Upper case, punctuation and symbols do not, and hyphens divide words. */
  BASIC,
  /**
   * As BASIC; besides, numbers are spelled out, contractions written in full, and hesitations and
   * what stands in brackets left out, as in English; spelling is American.
   */
  ENGLISH,
  /**
   * As ENGLISH for English. For other languages as BASIC, with numbers spelled out; scripts that
   * are written without spaces are compared character by character.
   */
  LOCALE;

  /**
   * The tokens of a text that are compared.
   *
   * @param locale of the text, as a BCP-47 tag; may be empty
   */
  public List<String> tokens(String text, String locale) {
    return switch (this) {
      case NONE -> Tokens.words(text);
      case BASIC -> BasicTokens.of(text);
      case ENGLISH -> EnglishTokens.of(text);
      case LOCALE -> isEnglish(locale) ? EnglishTokens.of(text) : LocaleTokens.of(text, locale);
    };
  }

  private static boolean isEnglish(String locale) {
    return locale.toLowerCase(Locale.ROOT).matches("en([-_].*)?");
  }
}
