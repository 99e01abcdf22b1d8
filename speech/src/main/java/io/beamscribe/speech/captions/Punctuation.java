// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.text.SentenceEnds;

/** Marks at the end of a word that make it a good place to break a line or a subtitle. */
final class Punctuation {
  private static final String CLAUSE = ",;:、，；：､،؛—–";
  private static final String CLOSING = "\"'”’»)]」』）";

  private Punctuation() {}

  static boolean endsSentence(String word) {
    return SentenceEnds.at(word);
  }

  static boolean endsClause(String word) {
    return endsWith(word, CLAUSE);
  }

  private static boolean endsWith(String word, String marks) {
    int last = word.length() - 1;
    while (last > 0 && CLOSING.indexOf(word.charAt(last)) >= 0) {
      last--;
    }
    return last >= 0 && marks.indexOf(word.charAt(last)) >= 0;
  }
}
