// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.punctuation;

import io.beamscribe.speech.text.SentenceEnds;
import java.util.List;

/**
 * A spoken word as readers see it. Immutable.
 *
 * @param before marks in front of it, such as an inverted question mark
 * @param spelling with capital letters
 * @param after marks behind it
 */
public record MarkedWord(String before, String spelling, String after) {
  /** A word without marks. */
  public static MarkedWord plain(String word) {
    return new MarkedWord("", word, "");
  }

  /** Words without marks. */
  public static List<MarkedWord> plain(List<String> words) {
    return words.stream().map(MarkedWord::plain).toList();
  }

  /** A copy with marks behind it. */
  public MarkedWord followedBy(String marks) {
    return new MarkedWord(before, spelling, marks);
  }

  /** A copy with marks in front of it. */
  public MarkedWord afterMarks(String marks) {
    return new MarkedWord(marks, spelling, after);
  }

  /** A copy in another spelling. */
  public MarkedWord spelled(String other) {
    return new MarkedWord(before, other, after);
  }

  /** Whether a sentence ends with it. */
  public boolean endsSentence() {
    return after.codePoints().anyMatch(SentenceEnds::isMark);
  }
}
