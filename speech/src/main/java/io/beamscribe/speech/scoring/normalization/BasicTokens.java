// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.normalization;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Words in lower case, without punctuation and symbols other than apostrophes within them. */
final class BasicTokens {
  private static final char APOSTROPHE = '\'';

  private BasicTokens() {}

  static List<String> of(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replace('\u2019', APOSTROPHE)
            .replace('-', ' ');
    StringBuilder kept = new StringBuilder(plain.length());
    plain.codePoints().forEach(each -> kept.appendCodePoint(isMark(each) ? ' ' : each));
    return Tokens.words(kept.toString()).stream()
        .map(BasicTokens::stripped)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Whether it is punctuation or a symbol in the sense of Unicode, but no apostrophe. */
  static boolean isMark(int each) {
    if (each == APOSTROPHE) {
      return false;
    }
    return switch (Character.getType(each)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }

  private static String stripped(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && word.charAt(from) == APOSTROPHE) {
      from++;
    }
    while (to > from && word.charAt(to - 1) == APOSTROPHE) {
      to--;
    }
    return word.substring(from, to);
  }
}
