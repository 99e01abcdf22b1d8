// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.tokens;

import io.beamscribe.speech.text.LowerCase;

/** The lexical form of a word that a model wrote for readers. */
public final class WordForms {
  private WordForms() {}

  /**
   * Lower case, without surrounding punctuation; marks inside it ({@code don't}, {@code 3.5}) and
   * spoken symbols ({@code $}, {@code %}) stay.
   *
   * @param locale BCP-47 tag of the language
   */
  public static String lexical(String display, String locale) {
    int from = 0;
    int to = display.length();
    while (from < to && isMark(display.codePointAt(from))) {
      from += Character.charCount(display.codePointAt(from));
    }
    while (to > from && isMark(display.codePointBefore(to))) {
      to -= Character.charCount(display.codePointBefore(to));
    }
    String word = from < to ? display.substring(from, to) : display;
    return LowerCase.of(word, locale);
  }

  private static boolean isMark(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          "%&@#*".indexOf(letter) < 0;
      default -> Character.isWhitespace(letter);
    };
  }
}
