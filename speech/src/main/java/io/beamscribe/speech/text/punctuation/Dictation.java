// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.punctuation;

import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Marks that are spoken, as <i>question mark</i>. People also talk about periods and commas, so
 * that a mark counts only behind a word that does not lead up to it (an article, say), and, unless
 * all marks are dictated, only where a pause or the end of the phrase follows. Thread-safe.
 */
public final class Dictation {
  /** Milliseconds of silence that show that a word stands alone. */
  private static final long PAUSE = 120;

  private final LanguageMarks marks;

  private Dictation(String locale) {
    this.marks = LanguageMarks.of(locale);
  }

  /** Spoken marks of a locale. */
  public static Dictation of(String locale) {
    return new Dictation(locale);
  }

  /** A spoken mark: its words, and what is written behind the word before. */
  public record Spoken(int firstWord, int endWord, String mark) {}

  /**
   * The spoken marks of a phrase, in order.
   *
   * @param words with their times; all zero if unknown
   * @param only whether all marks are dictated
   */
  public List<Spoken> find(List<Word> words, boolean only) {
    List<Spoken> found = new ArrayList<>();
    for (int at = 1; at < words.size(); at++) {
      int length = length(words, at);
      String mark = marks.dictated.getOrDefault(text(words, at, length), "");
      boolean led = found.isEmpty() || found.get(found.size() - 1).endWord() < at;
      if (length > 0
          && !(led && marks.leading.contains(words.get(at - 1).text()))
          && (only || standsAlone(words, at + length))) {
        found.add(new Spoken(at, at + length, mark));
        at += length - 1;
      }
    }
    return found;
  }

  private int length(List<Word> words, int at) {
    for (int length = Math.min(3, words.size() - at); length > 0; length--) {
      if (marks.dictated.containsKey(text(words, at, length))) {
        return length;
      }
    }
    return 0;
  }

  private static String text(List<Word> words, int at, int length) {
    return String.join(" ", words.subList(at, at + length).stream().map(Word::text).toList());
  }

  private static boolean standsAlone(List<Word> words, int end) {
    return end == words.size()
        || words.get(end).startMilliseconds() - words.get(end - 1).endMilliseconds() >= PAUSE;
  }

  /** The marks by the word that each stands behind, as numbered without the words of marks. */
  public static Map<Integer, String> byWord(List<Spoken> spoken) {
    Map<Integer, String> marks = new TreeMap<>();
    int gone = 0;
    for (Spoken each : spoken) {
      marks.merge(each.firstWord() - gone - 1, each.mark(), String::concat);
      gone += each.endWord() - each.firstWord();
    }
    return marks;
  }
}
