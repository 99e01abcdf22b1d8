// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.conversations;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A word and when it was said.
 *
 * @param start in seconds from the beginning of the file
 * @param end in seconds from the beginning of the file
 */
public record TimedWord(String text, double start, double end) implements Serializable {

  /**
   * The words of a stretch of speech whose own times are unknown: each takes a part of the time by
   * its number of characters.
   */
  public static List<TimedWord> spread(List<String> words, double start, double end) {
    long all = words.stream().mapToLong(TimedWord::length).sum();
    List<TimedWord> timed = new ArrayList<>();
    long before = 0;
    for (String word : words) {
      long after = before + length(word);
      timed.add(
          new TimedWord(
              word,
              start + (end - start) * before / Math.max(1, all),
              start + (end - start) * after / Math.max(1, all)));
      before = after;
    }
    return timed;
  }

  private static int length(String word) {
    return word.codePointCount(0, word.length());
  }

  /** The same word at the middle of its time, and that longer on both sides. */
  TimedWord around(double collar) {
    double middle = start + (end - start) / 2;
    return new TimedWord(text, middle - collar, middle + collar);
  }
}
