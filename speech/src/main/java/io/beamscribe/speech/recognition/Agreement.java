// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import java.util.List;

/**
 * Counts the words on which successive partial results agree from the first on: those are stable
 * (LocalAgreement of Liu, Spanakis and Niehues, 2020). Not thread-safe.
 */
public final class Agreement {
  private List<String> before = List.of();

  /** The number of words that are as in the result before. */
  public int with(List<String> words) {
    int same = 0;
    while (same < Math.min(words.size(), before.size())
        && words.get(same).equals(before.get(same))) {
      same++;
    }
    before = List.copyOf(words);
    return same;
  }

  /** Forgets all, for a new utterance. */
  public void reset() {
    before = List.of();
  }
}
