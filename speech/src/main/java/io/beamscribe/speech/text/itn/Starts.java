// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.spoken.Spoken;
import io.beamscribe.speech.text.spoken.Trie;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Which symbols may be written at which place of a phrase, by the words that they begin with: most
 * phrases need not be read at all then. Symbols are bits of a set.
 */
final class Starts {
  private final Trie<Long> words;
  private final Trie<NumberWord> numbers;
  private final long byNumber;
  private final long byLetter;

  /**
   * @param byNumber symbols that may begin with a number word
   * @param byLetter symbols that may begin with a letter, in phrases that have something else too
   */
  Starts(Trie<Long> words, Trie<NumberWord> numbers, long byNumber, long byLetter) {
    this.words = words;
    this.numbers = numbers;
    this.byNumber = byNumber;
    this.byLetter = byLetter;
  }

  /**
   * The symbols for each place.
   *
   * @param anywhere symbols that may begin with any word
   * @param mayBegin whether something may begin at a place
   * @return empty if there are none
   */
  long[] of(Spoken spoken, long anywhere, IntPredicate mayBegin) {
    long[] symbols = new long[spoken.length()];
    boolean any = anywhere != 0;
    for (int at = 0; at < symbols.length; at++) {
      if (mayBegin.test(at)) {
        symbols[at] = at(spoken, at);
        any |= symbols[at] != 0;
      }
    }
    if (!any) {
      return new long[0];
    }
    for (int at = 0; at < symbols.length; at++) {
      if (mayBegin.test(at)) {
        symbols[at] |= anywhere | byLetter;
      }
    }
    return symbols;
  }

  private long at(Spoken spoken, int at) {
    Found found = new Found(spoken);
    words.walk(spoken.text(), at, found::word);
    numbers.walk(spoken.text(), at, (end, all) -> found.number(all, byNumber));
    return found.symbols;
  }

  /** Collects what begins at a place. */
  private static final class Found {
    private final Spoken spoken;
    private long symbols;

    Found(Spoken spoken) {
      this.spoken = spoken;
    }

    void word(int end, List<Long> all) {
      if (spoken.isEdge(end)) {
        all.forEach(each -> symbols |= each);
      }
    }

    void number(List<NumberWord> words, long byNumber) {
      for (NumberWord word : words) {
        if (word.kind() != NumberWord.Kind.LINK) {
          symbols |= byNumber;
        }
      }
    }
  }
}
