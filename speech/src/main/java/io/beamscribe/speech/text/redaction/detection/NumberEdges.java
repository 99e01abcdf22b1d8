// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Divides what is written without spaces at long numbers: 電話は090-1234-5678です has three parts, and
 * so has a Korean word with an ending. Dates, amounts and things counted stay whole.
 */
final class NumberEdges {
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[-./()]?\\d){2,}[Xx]?");

  /** What a number that is none of a person goes on with. */
  private static final String COUNTED = "年月日년월원円元块塊万萬만亿億억人명%号號호個个개度도点點";

  private NumberEdges() {}

  /** The parts of a text, in order; the text itself if it has no such number. */
  static List<String> divide(String text) {
    if (text.chars().allMatch(c -> c < 0x1100)) {
      return List.of(text);
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      boolean before = number.start() > 0 && isLetter(text.charAt(number.start() - 1));
      boolean after = number.end() < text.length() && isLetter(text.charAt(number.end()));
      boolean alone = before || number.start() == 0;
      boolean ends = number.end() == text.length() || after && !counts(text.charAt(number.end()));
      if (alone && ends) {
        if (number.start() > from) {
          parts.add(text.substring(from, number.start()));
        }
        parts.add(number.group());
        from = number.end();
      }
    }
    if (from < text.length()) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  private static boolean isLetter(char c) {
    return c >= 0x1100 && Character.isLetter(c);
  }

  private static boolean counts(char c) {
    return COUNTED.indexOf(c) >= 0;
  }
}
