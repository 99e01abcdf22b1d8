// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.beamscribe.speech.text.TextWidth;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds where lines of a text may be broken. Most scripts, Korean among them, break at spaces only.
 * Those that put no spaces between words break by the rules of Unicode Standard Annex 14 (no
 * closing mark at the start of a line), and only where a word begins: by ICU's dictionaries of
 * Thai, Lao, Khmer, Burmese, Chinese and Japanese; in the last two also where the engine's words
 * begin, if these are known. Pieces still too wide are cut after hyphens, or else between
 * characters as people see them.
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
    if (!text.substring(from, to).codePoints().anyMatch(PieceSplitter::needsNoSpace)) {
      addWords(from, to, breaks(BreakIterator.getLineInstance(ULocale.ROOT), from, to));
      return;
    }
    BitSet words = breaks(BreakIterator.getWordInstance(ULocale.ROOT), from, to);
    BitSet allowed = breaks(BreakIterator.getLineInstance(ULocale.ROOT), from, to);
    allowed.and(words);
    int second = wordStarts.nextSetBit(from + 1);
    boolean byEngine = second >= 0 && second < to;
    int begin = from;
    for (int end = allowed.nextSetBit(from + 1); end >= 0; end = allowed.nextSetBit(end + 1)) {
      boolean better = byEngine && isOfEastAsia(end) && !wordStarts.get(end);
      if (!better) {
        addWords(begin, end, allowed);
        begin = end;
      }
    }
    addWords(begin, to, allowed);
  }

  /** Adds a piece, or if it is too wide, the parts of it. */
  private void addWords(int from, int to, BitSet allowed) {
    if (TextWidth.of(text.substring(from, to)) <= columns) {
      ranges.add(new Range(from, to));
      return;
    }
    int begin = from;
    for (int end = allowed.nextSetBit(from + 1);
        end >= 0 && end < to;
        end = allowed.nextSetBit(end + 1)) {
      add(begin, end);
      begin = end;
    }
    add(begin, to);
  }

  private void add(int from, int to) {
    if (TextWidth.of(text.substring(from, to)) <= columns) {
      ranges.add(new Range(from, to));
      return;
    }
    BitSet characters = breaks(BreakIterator.getCharacterInstance(ULocale.ROOT), from, to);
    characters.set(to);
    int begin = from;
    int previous = from;
    for (int end = characters.nextSetBit(from + 1);
        end >= 0;
        end = characters.nextSetBit(end + 1)) {
      if (TextWidth.of(text.substring(begin, end)) > columns && previous > begin) {
        ranges.add(new Range(begin, previous));
        begin = previous;
      }
      previous = end;
    }
    ranges.add(new Range(begin, to));
  }

  /** Positions within a range where it may be broken. */
  private BitSet breaks(BreakIterator iterator, int from, int to) {
    iterator.setText(text.substring(from, to));
    BitSet breaks = new BitSet();
    for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
      breaks.set(from + end);
    }
    breaks.clear(to);
    return breaks;
  }

  private static boolean needsNoSpace(int codePoint) {
    return isOfEastAsia(codePoint, UnicodeScript.of(codePoint))
        || UnicodeScript.of(codePoint) == UnicodeScript.TIBETAN
        || UCharacter.getIntPropertyValue(codePoint, UProperty.LINE_BREAK)
            == UCharacter.LineBreak.COMPLEX_CONTEXT;
  }

  private boolean isOfEastAsia(int position) {
    int after = text.codePointAt(position);
    int before = text.codePointBefore(position);
    return isOfEastAsia(after, UnicodeScript.of(after))
        && isOfEastAsia(before, UnicodeScript.of(before));
  }

  private static boolean isOfEastAsia(int codePoint, UnicodeScript script) {
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || codePoint == 'ー';
  }
}
