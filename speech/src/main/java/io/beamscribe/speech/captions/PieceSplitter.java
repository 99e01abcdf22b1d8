// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.text.TextWidth;
import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Finds where lines of a text may be broken. Most scripts, Korean among them, break at spaces only.
 * Chinese and Japanese break between characters by the rules of the JDK's {@link BreakIterator} (no
 * closing mark at the start of a line), at the beginnings of words if these are known. Pieces still
 * too wide are cut between characters.
 */
final class PieceSplitter {
  /** A half-open range of the text. */
  record Range(int from, int to) {}

  private final String text;
  private final BitSet wordStarts;
  private final int columns;
  private final List<Range> ranges = new ArrayList<>();

  PieceSplitter(String text, BitSet wordStarts, int columns) {
    this.text = text;
    this.wordStarts = wordStarts;
    this.columns = columns;
  }

  List<Range> split() {
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      int end = at;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      splitToken(at, end);
      at = end;
    }
    return ranges;
  }

  private void splitToken(int from, int to) {
    String token = text.substring(from, to);
    if (!token.codePoints().anyMatch(PieceSplitter::needsNoSpace)) {
      add(from, to);
      return;
    }
    boolean byWords = wordStarts.nextSetBit(from + 1) >= 0 && wordStarts.nextSetBit(from + 1) < to;
    BreakIterator lines = BreakIterator.getLineInstance(Locale.ROOT);
    lines.setText(token);
    int begin = from;
    for (int end = lines.next(); end != BreakIterator.DONE; end = lines.next()) {
      if (from + end == to || !byWords || wordStarts.get(from + end)) {
        add(begin, from + end);
        begin = from + end;
      }
    }
  }

  private void add(int from, int to) {
    if (TextWidth.of(text.substring(from, to)) <= columns) {
      ranges.add(new Range(from, to));
      return;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text.substring(from, to));
    int begin = from;
    int previous = from;
    for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
      if (TextWidth.of(text.substring(begin, from + end)) > columns && previous > begin) {
        ranges.add(new Range(begin, previous));
        begin = previous;
      }
      previous = from + end;
    }
    ranges.add(new Range(begin, to));
  }

  private static boolean needsNoSpace(int codePoint) {
    UnicodeScript script = UnicodeScript.of(codePoint);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA;
  }
}
