// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.spoken.Spoken;

/**
 * Reads a phrase of any length from its start to its end, a stretch at a time, so that memory and
 * the time for each word are bounded. A stretch ends where nothing reaches over its end; only in an
 * unbroken row of numbers far longer than people say them it ends in their midst. For one thread.
 */
final class Stretch {
  /** Letters; several times what a number of forty digits or an address takes. */
  private static final int SPACED = 1000;

  /** Where a letter is a digit. */
  private static final int UNSPACED = 300;

  private final Spoken spoken;
  private final int longest;
  private int from;
  private int reached;
  private Matching matching;

  Stretch(Grammar grammar, Spoken spoken) {
    this.spoken = spoken;
    this.longest = grammar.divisible() ? UNSPACED : SPACED;
    this.matching = begin(0);
  }

  /**
   * What to read at a place with.
   *
   * @param at never before an earlier one
   */
  Matching at(int at) {
    boolean over = at >= from + longest / 2 && at >= reached;
    if (over || at >= from + longest) {
      matching = begin(at);
    }
    return matching;
  }

  /** Tells where something ends that begins where reading is. */
  void reached(int end) {
    reached = Math.max(reached, end);
  }

  private Matching begin(int at) {
    from = at;
    return new Matching(spoken, at, Math.min(at + longest, spoken.length()));
  }
}
