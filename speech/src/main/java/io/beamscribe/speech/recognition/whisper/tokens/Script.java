package io.beamscribe.speech.recognition.whisper.tokens;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Writes Chinese in the characters of its locale: the model chooses between simplified and
 * traditional ones as it likes. Other languages stay as they are.
 */
public final class Script {
  private Script() {}

  /**
   * What makes a text of a locale's own, letter by letter. For one thread.
   *
   * @param locale BCP-47 tag; where it does not tell the script, that of most of its readers
   */
  public static UnaryOperator<String> of(String locale) {
    if (!locale.toLowerCase(Locale.ROOT).startsWith("zh")) {
      return UnaryOperator.identity(); // without the time that ICU takes to be loaded
    }
    ULocale likely = ULocale.addLikelySubtags(ULocale.forLanguageTag(locale));
    return switch (likely.getLanguage() + "-" + likely.getScript()) {
      case "zh-Hans" -> Transliterator.getInstance("Traditional-Simplified")::transliterate;
      case "zh-Hant" -> Transliterator.getInstance("Simplified-Traditional")::transliterate;
      default -> UnaryOperator.identity();
    };
  }
}
