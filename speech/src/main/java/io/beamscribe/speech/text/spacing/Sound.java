// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.spacing;

/** How a Korean word ends, which decides between particles that mean the same. */
enum Sound {
  ANY,
  CONSONANT,
  VOWEL,
  /** A vowel or <i>l</i>. */
  LIQUID;

  /**
   * Syllables of Hangul stand in the order of their begins, and then of their ends (Unicode 3.12).
   */
  private static final int FIRST = 0xAC00;

  private static final int LAST = 0xD7A3;
  private static final int ENDS = 28;

  /** The number of the end <i>l</i>; that of none is 0. */
  private static final int L = 8;

  /** Whether a word ends so, which anything may that is not written in Hangul. */
  boolean fits(String word) {
    int letter = word.codePointBefore(word.length());
    if (this == ANY || letter < FIRST || letter > LAST) {
      return true;
    }
    int end = (letter - FIRST) % ENDS;
    return switch (this) {
      case VOWEL -> end == 0;
      case LIQUID -> end == 0 || end == L;
      default -> end != 0;
    };
  }
}
