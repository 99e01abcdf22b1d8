// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

import java.util.List;
import java.util.Optional;

/**
 * The same words several times in a row.
 *
 * @param length words of one repeat
 * @param count how often it stands there, the first time included
 */
public record RepeatedWords(int length, int count) {
  /** The longest repeated sentence, in words. */
  private static final int LONGEST = 20;

  /**
   * What is repeated from a place of a text on; of several, the shortest.
   *
   * @param least how often at least
   */
  public static Optional<RepeatedWords> at(List<String> text, int from, int least) {
    for (int length = 1; length <= LONGEST && from + least * length <= text.size(); length++) {
      int end = from + length;
      while (end < text.size() && text.get(end).equals(text.get(end - length))) {
        end++;
      }
      int count = (end - from) / length;
      if (count >= least) {
        return Optional.of(new RepeatedWords(length, count));
      }
    }
    return Optional.empty();
  }

  /** Words of all repeats together. */
  public int total() {
    return length * count;
  }
}
