// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.profanity;

import java.util.List;
import java.util.regex.Pattern;

/** Writes profanity in a text otherwise. */
final class Rewriter {
  private static final Pattern SPACES = Pattern.compile("\\s{2,}");
  private static final Pattern SPACE_BEFORE_MARK = Pattern.compile("\\s+([,.!?;:…。、，！？])");

  /** A comma or the like whose words before it are gone. */
  private static final Pattern LOST_MARK =
      Pattern.compile("^[\\s,;:.!?…。、，！？'’\\-]+|(?<=[,;:.!?…。、，！？])\\s+[,;:.!?…。、，！？]+");

  private Rewriter() {}

  /** A text with some ranges of it masked or marked, or left out. */
  static String write(String text, List<TextRange> found, ProfanityMode mode) {
    if (found.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (TextRange range : found) {
      out.append(text, at, range.start());
      String word = text.substring(range.start(), range.end());
      out.append(
          switch (mode) {
            case NONE -> word;
            case MASKED -> mask(word);
            case REMOVED -> "";
            case TAGS -> "<profanity>" + word + "</profanity>";
          });
      at = range.end();
    }
    out.append(text, at, text.length());
    return mode == ProfanityMode.REMOVED ? tidy(out.toString(), text) : out.toString();
  }

  private static String mask(String word) {
    int first = word.offsetByCodePoints(0, 1);
    return word.substring(0, first)
        + "*".repeat(word.substring(first).replaceAll("\\p{M}|\\s", "").length());
  }

  private static String tidy(String left, String before) {
    String text = SPACES.matcher(left).replaceAll(" ").strip();
    text = LOST_MARK.matcher(text).replaceAll("").strip();
    text = SPACE_BEFORE_MARK.matcher(text).replaceAll("$1");
    return capitalised(before) ? capital(text) : text;
  }

  private static boolean capitalised(String text) {
    return !text.isEmpty() && Character.isUpperCase(text.codePointAt(0));
  }

  /** The text with a capital letter at its beginning. */
  static String capital(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    return new StringBuilder()
        .appendCodePoint(Character.toTitleCase(text.codePointAt(0)))
        .append(text.substring(first))
        .toString();
  }
}
