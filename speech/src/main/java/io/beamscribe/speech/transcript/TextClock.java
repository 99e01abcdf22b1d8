// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.util.BitSet;
import java.util.List;

/**
 * When each position of a phrase's text is spoken. Displayed words are looked up in the text,
 * ignoring punctuation and case. If the text is not made of the words (numbers in digits, say), the
 * words are spread over it by their lengths, so that times stay approximately right. Times never
 * decrease, even if the words' times do.
 */
public final class TextClock {
  private final int[] from;
  private final int[] to;
  private final long[] start;
  private final long[] end;
  private final boolean exact;

  /**
   * Creates a clock for a text with at least one word.
   *
   * @param words in the order of the text
   */
  public TextClock(String text, List<Word> words) {
    int count = words.size();
    from = new int[count];
    to = new int[count];
    start = new long[count];
    end = new long[count];
    exact = find(text, words);
    if (!exact) {
      spread(text, words);
    }
    takeTimes(words);
  }

  /** When the character at a position begins to be spoken. */
  public long startAt(int position) {
    int word = 0;
    while (word < to.length && to[word] <= position) {
      word++;
    }
    if (word == to.length) {
      return end[word - 1];
    }
    return position <= from[word] ? start[word] : within(word, position);
  }

  /** When the character before a position has been spoken. */
  public long endAt(int position) {
    int word = to.length - 1;
    while (word >= 0 && from[word] >= position) {
      word--;
    }
    if (word < 0) {
      return start[0];
    }
    return position >= to[word] ? end[word] : within(word, position);
  }

  /** Positions at which words begin; none if the text is not made of the words. */
  public BitSet wordStarts() {
    BitSet starts = new BitSet();
    if (exact) {
      for (int position : from) {
        starts.set(position);
      }
    }
    return starts;
  }

  private long within(int word, int position) {
    long length = end[word] - start[word];
    return start[word] + length * (position - from[word]) / (to[word] - from[word]);
  }

  private boolean find(String text, List<Word> words) {
    int at = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).text().strip();
      while (!text.regionMatches(true, at, word, 0, word.length())) {
        if (at >= text.length() || Character.isLetterOrDigit(text.codePointAt(at))) {
          return false;
        }
        at++;
      }
      from[i] = at;
      at += word.length();
      to[i] = at;
    }
    return text.substring(at).codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private void spread(String text, List<Word> words) {
    long letters = words.stream().mapToLong(word -> word.text().length() + 1L).sum();
    long before = 0;
    for (int i = 0; i < words.size(); i++) {
      from[i] = (int) (before * text.length() / letters);
      before += words.get(i).text().length() + 1L;
      to[i] = (int) (before * text.length() / letters);
    }
  }

  private void takeTimes(List<Word> words) {
    long latest = 0;
    for (int i = 0; i < start.length; i++) {
      latest = Math.max(latest, words.get(i).startMilliseconds());
      start[i] = latest;
    }
    for (int i = 0; i < start.length; i++) {
      long next = i + 1 < start.length ? start[i + 1] : Long.MAX_VALUE;
      end[i] = Math.min(next, Math.max(start[i], words.get(i).endMilliseconds()));
    }
  }
}
