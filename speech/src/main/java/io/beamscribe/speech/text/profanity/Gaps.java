// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.profanity;

import io.beamscribe.speech.transcript.DisplayWord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What display words look like when some of them are gone. */
final class Gaps {
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?…。！？]+[\"'”’»)]*$");

  private Gaps() {}

  /**
   * The display words that have something left.
   *
   * @param before as they were
   * @param after as many, some of them empty
   */
  static List<DisplayWord> close(List<DisplayWord> before, List<DisplayWord> after) {
    List<DisplayWord> left = new ArrayList<>();
    boolean capital = false;
    for (int i = 0; i < after.size(); i++) {
      DisplayWord piece = after.get(i);
      String was = before.get(i).text();
      if (!piece.text().isEmpty()) {
        left.add(capital ? with(piece, Rewriter.capital(piece.text())) : piece);
        capital = false;
        continue;
      }
      capital |= !was.isEmpty() && Character.isUpperCase(was.codePointAt(0)) && begins(before, i);
      Matcher end = SENTENCE_END.matcher(was);
      if (end.find() && !left.isEmpty()) {
        DisplayWord last = left.get(left.size() - 1);
        if (!SENTENCE_END.matcher(last.text()).find()) {
          left.set(left.size() - 1, with(last, trimmed(last.text()) + end.group()));
        }
      }
    }
    return left;
  }

  private static boolean begins(List<DisplayWord> pieces, int index) {
    return index == 0 || SENTENCE_END.matcher(pieces.get(index - 1).text()).find();
  }

  private static String trimmed(String text) {
    return text.replaceFirst("[,;:]$", "");
  }

  private static DisplayWord with(DisplayWord piece, String text) {
    return new DisplayWord(text, piece.firstWord(), piece.endWord());
  }
}
