// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

/** How the end of a sentence is written. */
public final class SentenceEnds {
  private static final String MARKS = ".!?…。！？｡؟۔।";
  private static final String CLOSING = "\"'”’»)]」』）";

  private SentenceEnds() {}

  /** Whether a mark ends a sentence, or a line. */
  public static boolean isMark(int mark) {
    return mark == '\n' || MARKS.indexOf(mark) >= 0;
  }

  /** Whether a text ends with such a mark; quotes and brackets may close after it. */
  public static boolean at(String text) {
    int last = text.length() - 1;
    while (last > 0
        && (CLOSING.indexOf(text.charAt(last)) >= 0
            || text.charAt(last) != '\n' && Character.isWhitespace(text.charAt(last)))) {
      last--;
    }
    return last >= 0 && isMark(text.charAt(last));
  }
}
