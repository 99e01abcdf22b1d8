// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.spoken;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How words are compared: in lower case, Latin letters without accents, and without what stands
 * between parts of a word. Recognizers and people differ in these.
 */
public final class Spelling {
  private Spelling() {}

  public static String of(String words) {
    if (isPlain(words)) {
      return words;
    }
    String lower = Normalizer.normalize(words, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      char letter = lower.charAt(i);
      if (letter == 'ß') {
        key.append("ss");
      } else if (letter >= 0xC0 && letter < 0x250) {
        key.append(Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0));
      } else if (!isGlue(letter)) {
        key.append(letter);
      }
    }
    return key.toString();
  }

  private static boolean isPlain(String words) {
    for (int i = 0; i < words.length(); i++) {
      if (!isPlain(words.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a letter is compared as it is: small Latin ones, kana, Chinese ones and Hangul. */
  static boolean isPlain(char letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= '\u3041' && letter <= '\u3096')
        || (letter >= '\u30A1' && letter <= '\u30FA')
        || (letter >= '\u4E00' && letter <= '\u9FFF')
        || (letter >= '\uAC00' && letter <= '\uD7A3');
  }

  /** Spaces, hyphens, soft hyphens and apostrophes. */
  public static boolean isGlue(char letter) {
    return letter == '\u00AD' || letter == '\'' || letter == '’' || isBreak(letter);
  }

  /** What a word may be divided at. */
  public static boolean isBreak(char letter) {
    return letter <= ' '
        || letter == '-'
        || (letter >= '\u2010' && letter <= '\u2015')
        || letter == '\u3000'
        || letter == '\u00A0';
  }
}
