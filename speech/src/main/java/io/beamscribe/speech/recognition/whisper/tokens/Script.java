// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.tokens;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Writes Chinese in the characters of its locale: the model mixes simplified and traditional ones.
 * Other languages are unchanged.
 */
public final class Script {
  private Script() {}

  /**
   * Returns a converter to the script of a locale, letter by letter. It is not thread-safe.
   *
   * @param locale BCP-47 tag; if it does not state the script, that of most of its readers
   */
  public static UnaryOperator<String> of(String locale) {
    if (!locale.toLowerCase(Locale.ROOT).startsWith("zh")) {
      return UnaryOperator.identity(); // avoids the time that ICU takes to load
    }
    ULocale likely = ULocale.addLikelySubtags(ULocale.forLanguageTag(locale));
    return switch (likely.getLanguage() + "-" + likely.getScript()) {
      case "zh-Hans" -> Transliterator.getInstance("Traditional-Simplified")::transliterate;
      case "zh-Hant" -> Transliterator.getInstance("Simplified-Traditional")::transliterate;
      default -> UnaryOperator.identity();
    };
  }
}
