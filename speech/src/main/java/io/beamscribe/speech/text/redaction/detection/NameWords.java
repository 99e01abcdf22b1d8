// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import io.beamscribe.speech.text.DataFile;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which words of a name are no other word, so that they are meant wherever they are said. */
public final class NameWords {
  /** Letters of the shortest that counts; a Korean, Japanese or Chinese one is shorter. */
  private static final int LETTERS = 3;

  private static final int SYLLABLES = 2;

  private static final Set<String> AMBIGUOUS = Collections.unmodifiableSet(read());

  private NameWords() {}

  private static Set<String> read() {
    Set<String> words = new HashSet<>();
    for (String line : DataFile.lines(NameWords.class, "names.txt")) {
      String[] parts = line.split(" ");
      if (parts[0].equals("stop") || parts[0].equals("word") || parts[0].equals("title")) {
        for (int i = 2; i < parts.length; i++) {
          words.add(parts[1] + " " + parts[i]);
        }
      }
    }
    return words;
  }

  /**
   * Whether a word of a name tells the person by itself.
   *
   * @param word in lower case
   * @param locale of the phrase, as a BCP-47 tag
   */
  public static boolean tells(String word, String locale) {
    if (word.isEmpty()) {
      return false;
    }
    boolean syllables = word.codePointAt(0) >= 0x1100;
    String language = Locale.forLanguageTag(locale.replace('_', '-')).getLanguage();
    return word.codePointCount(0, word.length()) >= (syllables ? SYLLABLES : LETTERS)
        && word.chars().noneMatch(Character::isDigit)
        && !AMBIGUOUS.contains(language + " " + word);
  }
}
