// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.coverage;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Word;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Tells words that were left out from words that are there with wrong times: the same words in the
 * same order stand around the piece already.
 */
final class KnownWords {
  /** How far around a piece a misplaced word may be, in milliseconds. */
  private static final long REACH = 2500;

  /** Milliseconds between a piece and a word that may well be the one said in it. */
  private static final long TOUCH = 50;

  private KnownWords() {}

  /**
   * The share of the letters of a second reading that were known; 0 unless the time of a known word
   * touches the piece: people say a word twice, but not at once.
   */
  static double share(List<Phrase> found, MissingPiece piece, List<Phrase> phrases) {
    List<Word> again = Phrase.words(found);
    List<Word> around =
        Phrase.words(phrases).stream().filter(word -> distance(word, piece) <= REACH).toList();
    int letters = again.stream().mapToInt(word -> word.text().length()).sum();
    Match match = longest(again, around, piece);
    return match.touching() ? (double) match.letters() / letters : 0;
  }

  private static long distance(Word word, MissingPiece piece) {
    return Math.max(
        word.startMilliseconds() - piece.range().endMillis(),
        piece.range().startMillis() - word.endMilliseconds());
  }

  /**
   * Words that two texts share, in order.
   *
   * @param touching whether one of them touches the piece
   */
  private record Match(int letters, boolean touching) {
    static final Match NONE = new Match(0, false);

    Match or(Match other) {
      return letters >= other.letters ? this : other;
    }
  }

  /** The longest common subsequence, by letters. */
  private static Match longest(List<Word> again, List<Word> around, MissingPiece piece) {
    Match[] below = new Match[around.size() + 1];
    Arrays.fill(below, Match.NONE);
    for (int i = again.size() - 1; i >= 0; i--) {
      Match[] row = new Match[around.size() + 1];
      row[around.size()] = Match.NONE;
      for (int j = around.size() - 1; j >= 0; j--) {
        row[j] = below[j].or(row[j + 1]);
        if (alike(again.get(i), around.get(j))) {
          Match rest = below[j + 1];
          boolean touching = rest.touching() || distance(around.get(j), piece) < TOUCH;
          row[j] = new Match(rest.letters() + again.get(i).text().length(), touching).or(row[j]);
        }
      }
      below = row;
    }
    return below[0];
  }

  /** Whether a third of the letters differs at most: short pieces are misheard more easily. */
  static boolean alike(Word one, Word other) {
    String a = one.text();
    String b = other.text();
    return 3 * LevenshteinDistance.getDefaultInstance().apply(a, b)
        <= Math.max(a.length(), b.length());
  }
}
