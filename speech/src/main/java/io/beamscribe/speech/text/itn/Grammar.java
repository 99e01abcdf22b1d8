// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.spoken.Trie;
import java.util.List;
import java.util.Set;

/**
 * What a grammar file says. Immutable after it was read.
 *
 * @param divisible whether words are written without spaces
 * @param written what may be written for words, by cost
 * @param kept phrases that stay as they are, such as <i>second to none</i>
 * @param starts all words that something written may begin with
 * @param numbers number words, which something written may begin with as well
 * @param signs words without which nothing is written, where any word may be its first
 */
record Grammar(
    boolean divisible,
    List<Written> written,
    WordList kept,
    Trie<String> starts,
    Trie<NumberWord> numbers,
    Set<String> signs) {
  /**
   * A symbol that may be written by itself.
   *
   * @param cost beside 10 for a word that stays
   * @param sign what the phrase must contain, or an empty text
   */
  record Written(Symbol symbol, int cost, String sign) {}
}
