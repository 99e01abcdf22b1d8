// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import io.beamscribe.speech.text.DataFile;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A piece of a stretch of text: one or several words in their written form.
 *
 * @param text in lower case, without marks at its edges
 * @param start index of its first character in the stretch, marks included
 * @param end index after its last character
 * @param phrase index of its phrase among those of the stretch
 * @param firstWord index of its first word in its phrase
 * @param endWord index after its last word
 * @param apart whether a long pause, or words of somebody else, stand before it
 */
public record Piece(
    String text, int start, int end, int phrase, int firstWord, int endWord, boolean apart) {
  private static final Set<String> FILLERS = Collections.unmodifiableSet(fillers());

  private static Set<String> fillers() {
    Set<String> words = new HashSet<>();
    DataFile.lines(Piece.class, "fillers.txt")
        .forEach(line -> words.addAll(List.of(line.split("\\s+"))));
    return words;
  }

  /** Whether it is a word that may stand between the groups of a number. */
  public boolean isFiller() {
    return FILLERS.contains(text);
  }

  /** Its digits, if it is made of digits and what may stand between them; otherwise none. */
  String digits() {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        digits.append((char) ('0' + Character.digit(c, 10)));
      } else if ("+-.()/ –".indexOf(c) < 0) {
        return "";
      }
    }
    return digits.toString();
  }

  /** Its letters and digits in capitals, if it is a letter or has a digit; otherwise nothing. */
  String code() {
    boolean digit = text.chars().anyMatch(Character::isDigit);
    boolean plain =
        text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c <= 47));
    return plain && (digit || text.length() == 1)
        ? text.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT)
        : "";
  }
}
