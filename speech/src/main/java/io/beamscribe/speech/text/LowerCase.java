// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text in lower case. */
public final class LowerCase {
  /** Both ways to write the capital letter, and what a writer without rules makes of it. */
  private static final Pattern DOTTED = Pattern.compile("\\u0130|[Ii]\\u0307");

  private LowerCase() {}

  /**
   * The text in lower case. In Turkish and Azerbaijani, {@code I} becomes {@code ı}. A capital I
   * with a dot becomes {@code i} in any language: Unicode keeps the dot as a letter of its own,
   * which nobody types, so that no search would find the word. A sigma at the end of a Greek word
   * is one.
   *
   * @param locale BCP-47 tag of the language; empty if unknown
   */
  public static String of(String text, String locale) {
    String dotless = DOTTED.matcher(text).replaceAll("i");
    Locale language = Locale.forLanguageTag(locale.replace('_', '-'));
    // Lithuanian rules add a dot below accents, as dictionaries write it and texts do not.
    return dotless.toLowerCase(language.getLanguage().equals("lt") ? Locale.ROOT : language);
  }

  /** The letters and digits of a text alone, in lower case by the rules of no language. */
  public static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
