// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

import com.ibm.icu.text.Bidi;

/** Whether text runs from left to right or from right to left. */
public final class TextDirection {
  private TextDirection() {}

  /** Whether most letters of a text are of scripts that run from right to left. */
  public static boolean isRightToLeft(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long right = text.codePoints().filter(TextDirection::isRightToLeft).count();
    return right > letters / 2;
  }

  /** Whether the first letter of a text is of a script that runs from right to left. */
  public static boolean beginsRightToLeft(String text) {
    return Bidi.getBaseDirection(text) == Bidi.RTL;
  }

  private static boolean isRightToLeft(int codePoint) {
    return Character.isLetter(codePoint)
        && switch (Character.getDirectionality(codePoint)) {
          case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
              Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
              true;
          default -> false;
        };
  }
}
