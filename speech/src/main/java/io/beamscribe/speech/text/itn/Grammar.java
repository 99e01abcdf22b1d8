// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.spoken.Spoken;
import java.util.List;
import java.util.Set;

/**
 * What a grammar file says. Immutable after it was read.
 *
 * @param divisible whether words are written without spaces
 * @param endings what may follow in the same word, such as a Korean particle; if there are any,
 *     what is written begins with a word
 * @param written what may be written for words, by cost; at most 64
 * @param kept phrases that stay as they are, such as <i>second to none</i>
 * @param starts where something may be written
 * @param figures numbers in digits, whatever is written for them
 */
record Grammar(
    boolean divisible,
    Set<String> endings,
    List<Written> written,
    WordList kept,
    Starts starts,
    List<Symbol> figures) {
  /**
   * A symbol that may be written by itself.
   *
   * @param cost beside 10 for a word that stays
   * @param sign what the phrase must contain, where any word may be the first; else empty
   */
  record Written(Symbol symbol, int cost, String sign) {}

  /** Whether what is written stands beside each other without spaces. */
  boolean isUnspaced() {
    return divisible && endings.isEmpty();
  }

  boolean mayBegin(Spoken spoken, int at) {
    // A part of a word in front of a hyphen is none, where spaces divide words.
    boolean inside = divisible && endings.isEmpty();
    return spoken.isEdge(at) && (inside || spoken.isWordStart(at) || spoken.isBarrier(at - 1));
  }

  /** The symbols that may be written at each place, as bits; empty if there are none. */
  long[] starts(Spoken spoken) {
    long anywhere = 0;
    for (int i = 0; i < written.size(); i++) {
      String sign = written.get(i).sign();
      if (!sign.isEmpty() && spoken.contains(sign)) {
        anywhere |= 1L << i;
      }
    }
    return starts.of(spoken, anywhere, at -> mayBegin(spoken, at));
  }
}
