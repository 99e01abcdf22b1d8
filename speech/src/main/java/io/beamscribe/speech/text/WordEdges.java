// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

/**
 * A word as displayed, with the marks around it apart: {@code “Hello,} is <i>Hello</i> between
 * {@code “} and {@code ,}. Marks inside ({@code don't}, {@code 3.5}) and spoken signs ({@code $},
 * {@code %}) belong to the word; marks alone are a word.
 *
 * @param before marks in front of the word
 * @param after marks behind it
 */
public record WordEdges(String before, String word, String after) {

  /** Takes a displayed word apart. */
  public static WordEdges of(String display) {
    int from = 0;
    int to = display.length();
    while (from < to && isMark(display.codePointAt(from))) {
      from += Character.charCount(display.codePointAt(from));
    }
    while (to > from && isMark(display.codePointBefore(to))) {
      to -= Character.charCount(display.codePointBefore(to));
    }
    return from < to
        ? new WordEdges(
            display.substring(0, from), display.substring(from, to), display.substring(to))
        : new WordEdges("", display, "");
  }

  /**
   * The word as spoken: in lower case, without the marks around it.
   *
   * @param locale BCP-47 tag of the language
   */
  public String lexical(String locale) {
    return LowerCase.of(word, locale);
  }

  private static boolean isMark(int letter) {
    return Punctuation.is(letter) ? "%&@#*".indexOf(letter) < 0 : Character.isWhitespace(letter);
  }
}
