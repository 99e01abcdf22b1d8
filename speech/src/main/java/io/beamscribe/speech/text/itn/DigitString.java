// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.spoken.Spoken;
import io.beamscribe.speech.text.spoken.Trie;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Digits said one by one, or some at a time as the words say: <i>double five</i>; in telephone
 * numbers <i>eight hundred</i> and <i>fifty five</i>.
 */
final class DigitString implements Symbol {
  private static final int LONGEST = 40;

  private final Trie<String> words;
  private final int least;
  private final int most;

  DigitString(Trie<String> words, int least, int most) {
    this.words = words;
    this.least = least;
    this.most = Math.min(most, LONGEST);
  }

  Trie<String> words() {
    return words;
  }

  @Override
  public List<Hit> at(Symbol.Finder finder, int from) {
    List<Hit> hits = new ArrayList<>();
    if (finder.spoken().isEdge(from)) {
      read(finder.spoken(), from, "", hits);
    }
    return hits;
  }

  /** The longest word at each place: <i>fifty five</i> is 55 and not 505. */
  private void read(Spoken spoken, int from, String before, List<Hit> hits) {
    Hit[] longest = new Hit[1];
    words.walk(
        spoken.text(),
        from,
        (end, digits) -> {
          if (spoken.isEdge(end)) {
            longest[0] = Hit.of(end, digits.get(0));
          }
        });
    if (longest[0] == null || before.length() + longest[0].text().length() > most) {
      return;
    }
    String digits = before + longest[0].text();
    if (digits.length() >= least) {
      hits.add(new Hit(longest[0].end(), digits, new BigInteger(digits)));
    }
    read(spoken, longest[0].end(), digits, hits);
  }
}
