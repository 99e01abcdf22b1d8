// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import java.lang.Character.UnicodeScript;

/**
 * Scripts with figures of their own: characters a line, and characters a second that people read,
 * both from Netflix' Timed Text Style Guides: 42 and 17 in most languages, 16 and 12 in Korean, 16
 * and 9 in Chinese, 13 and 4 in Japanese. A wide character is two columns.
 */
enum Script {
  OTHER(42, 17),
  KOREAN(2 * 16, 2 * 12),
  CHINESE(2 * 16, 2 * 9),
  JAPANESE(2 * 13, 2 * 4);

  /** Width of a line in columns, unless the user gives one. */
  final int columns;

  final int columnsPerSecond;

  Script(int columns, int columnsPerSecond) {
    this.columns = columns;
    this.columnsPerSecond = columnsPerSecond;
  }

  /**
   * The script of most letters of a text.
   *
   * @param language of the text, which tells Japanese without kana from Chinese; empty if unknown
   * @param otherwise for a text without letters
   */
  static Script of(String text, String language, Script otherwise) {
    int[] letters = new int[values().length];
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> letters[of(letter).ordinal()] += of(letter) == OTHER ? 1 : 2);
    if (letters[JAPANESE.ordinal()] > 0 || language.equals("ja")) {
      letters[JAPANESE.ordinal()] += letters[CHINESE.ordinal()];
      letters[CHINESE.ordinal()] = 0;
    }
    Script most = otherwise;
    int count = 0;
    for (Script script : values()) {
      if (letters[script.ordinal()] > count) {
        most = script;
        count = letters[script.ordinal()];
      }
    }
    return most;
  }

  private static Script of(int letter) {
    UnicodeScript script = UnicodeScript.of(letter);
    return switch (script) {
      case HANGUL -> KOREAN;
      case HAN, BOPOMOFO -> CHINESE;
      case HIRAGANA, KATAKANA -> JAPANESE;
      default -> OTHER;
    };
  }
}
