// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UCharacter.HangulSyllableType;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;

/**
 * How wide text is on a screen, in columns: 2 for what Unicode Standard Annex 11 calls wide, such
 * as the characters of East Asia and most emoji, 0 for what is drawn onto another character, else
 * 1.
 */
public final class TextWidth {
  private TextWidth() {}

  /** Columns that a text takes. */
  public static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /** Columns that a code point takes. */
  public static int of(int codePoint) {
    if (joins(codePoint)) {
      return 0;
    }
    int width = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
    return width == EastAsianWidth.WIDE || width == EastAsianWidth.FULLWIDTH ? 2 : 1;
  }

  private static boolean joins(int codePoint) {
    return switch (UCharacter.getType(codePoint)) {
      case ECharacterCategory.NON_SPACING_MARK,
          ECharacterCategory.ENCLOSING_MARK,
          ECharacterCategory.FORMAT ->
          true;
      // A syllable of Hangul that is written as letters is as wide as its first one.
      case ECharacterCategory.OTHER_LETTER -> {
        int part = UCharacter.getIntPropertyValue(codePoint, UProperty.HANGUL_SYLLABLE_TYPE);
        yield part == HangulSyllableType.VOWEL_JAMO || part == HangulSyllableType.TRAILING_JAMO;
      }
      default -> false;
    };
  }
}
