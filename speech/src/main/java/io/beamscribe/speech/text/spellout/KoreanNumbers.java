// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.spellout;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How Koreans say whole numbers below 100: what is counted decides between native numbers and
 * Chinese ones. Written as one word, by ICU.
 */
public final class KoreanNumbers {
  private static final int ALL = 100;

  /** What is counted with native numbers. */
  private static final Set<String> COUNTED =
      Set.of(
          "개", "명", "시간", "살", "번", "번째", "마리", "대", "잔", "권", "가지", "장", "곳", "달", "사람", "군데",
          "그루", "벌", "켤레", "병", "송이", "채", "척", "자루", "판", "쌍", "줄", "칸", "배", "그릇", "조각");

  /** Hours of the day have native numbers up to twelve. */
  private static final String HOUR = "시";

  private static final int NOON = 12;

  private static final List<String> NATIVE = spellings("%spellout-cardinal-native-attributive");
  private static final List<String> CHINESE = spellings("%spellout-cardinal-sinokorean");

  private KoreanNumbers() {}

  private static List<String> spellings(String rules) {
    RuleBasedNumberFormat format =
        new RuleBasedNumberFormat(Locale.KOREAN, RuleBasedNumberFormat.SPELLOUT);
    return IntStream.range(0, ALL)
        .mapToObj(number -> format.format(number, rules).replace(" ", ""))
        .toList();
  }

  /**
   * A number as it is said.
   *
   * @param number from 0 to 99
   * @param next the word after it; empty for nothing
   */
  public static String said(int number, String next) {
    boolean counted = next.equals(HOUR) ? number <= NOON : COUNTED.contains(next);
    return (counted && number > 0 ? NATIVE : CHINESE).get(number);
  }

  /** The longest word for what is counted that a text begins with; empty if none does. */
  static String counted(String text) {
    return Stream.concat(COUNTED.stream(), Stream.of(HOUR))
        .filter(text::startsWith)
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }
}
