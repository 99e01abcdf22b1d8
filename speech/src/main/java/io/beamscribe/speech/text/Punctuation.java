// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

/** What Unicode takes for punctuation. */
public final class Punctuation {
  private Punctuation() {}

  /** Whether a code point is of one of the categories of punctuation. */
  public static boolean is(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }
}
