// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.forms;

import io.beamscribe.speech.text.FirstCapital;
import io.beamscribe.speech.text.WordEdges;
import io.beamscribe.speech.text.punctuation.MarkedWord;
import io.beamscribe.speech.transcript.DisplayWord;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A displayed reading taken apart: marks and capital letters of each spoken word, and what is
 * written in place of words. Immutable.
 *
 * @param words of the reading, in order
 * @param pieces what is displayed, without marks; a word as spoken where display and word differ by
 *     capital letters only
 */
record Marks(List<MarkedWord> words, List<DisplayWord> pieces) {

  /** Takes a reading with the times of its words apart. */
  static Marks of(Reading reading) {
    List<Word> words = reading.words();
    List<MarkedWord> marked = new ArrayList<>();
    List<DisplayWord> pieces = new ArrayList<>();
    for (DisplayWord shown : shown(reading)) {
      fill(words, marked, pieces, shown.firstWord());
      WordEdges edges = WordEdges.of(shown.text());
      String first = words.get(shown.firstWord()).text();
      boolean plain =
          shown.endWord() - shown.firstWord() == 1 && edges.word().equalsIgnoreCase(first);
      pieces.add(new DisplayWord(plain ? first : edges.word(), shown.firstWord(), shown.endWord()));
      for (int i = shown.firstWord(); i < shown.endWord(); i++) {
        boolean last = i + 1 == shown.endWord();
        boolean begins = i == shown.firstWord();
        marked.add(
            new MarkedWord(
                begins ? edges.before() : "",
                plain ? edges.word() : begins ? like(edges.word(), first) : words.get(i).text(),
                last ? edges.after() : ""));
      }
    }
    fill(words, marked, pieces, words.size());
    return new Marks(marked, pieces);
  }

  private static List<DisplayWord> shown(Reading reading) {
    return reading.displayWords().isEmpty()
        ? IntStream.range(0, reading.words().size())
            .mapToObj(i -> new DisplayWord(reading.words().get(i).text(), i, i + 1))
            .toList()
        : reading.displayWords();
  }

  /** Words that nothing is displayed for are as spoken. */
  private static void fill(
      List<Word> words, List<MarkedWord> marked, List<DisplayWord> pieces, int end) {
    for (int i = marked.size(); i < end; i++) {
      marked.add(MarkedWord.plain(words.get(i).text()));
      pieces.add(new DisplayWord(words.get(i).text(), i, i + 1));
    }
  }

  /** A word that begins with a capital letter if another does. */
  private static String like(String other, String word) {
    return !other.isEmpty() && Character.isUpperCase(other.codePointAt(0))
        ? FirstCapital.of(word, Locale.ROOT)
        : word;
  }
}
