// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges what was written by its value, as the README of the tables says: conventions of projects
 * differ in spaces, marks, leading zeros and where a sign of a currency stands.
 */
final class TableJudge {
  private static final Map<String, Integer> POWERS =
      Map.ofEntries(
          Map.entry("thousand", 3),
          Map.entry("million", 6),
          Map.entry("billion", 9),
          Map.entry("trillion", 12),
          Map.entry("millionen", 6),
          Map.entry("milliarde", 9),
          Map.entry("milliarden", 9),
          Map.entry("millón", 6),
          Map.entry("millones", 6),
          Map.entry("billón", 12),
          Map.entry("billones", 12),
          Map.entry("millions", 6),
          Map.entry("milliard", 9),
          Map.entry("milliards", 9),
          Map.entry("milione", 6),
          Map.entry("milioni", 6),
          Map.entry("miliardi", 9),
          Map.entry("bilione", 12),
          Map.entry("milhão", 6),
          Map.entry("milhões", 6),
          Map.entry("bilhão", 9),
          Map.entry("bilhões", 9),
          Map.entry("trilhão", 12),
          Map.entry("trilhões", 12));
  private static final String MYRIADS = "万萬만億亿억兆조";
  private static final Pattern MIXED = Pattern.compile("(\\d+) (\\d+)/(\\d+)\\s*(\\p{L}*)");
  private static final Pattern FRACTION = Pattern.compile("(\\d+(?:\\.\\d+)?)/(\\d+)");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(\\d*\\.?\\d+(?:e[+-]?\\d+)?)\\s*([^\\W\\d_]*)", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SIGN = Pattern.compile("us\\$|r\\$|[$€£¥₹₩]");

  private final String language;

  TableJudge(String language) {
    this.language = language;
  }

  /**
   * Whether the text is as good as the expected one.
   *
   * @param values whether the table has values rather than texts
   */
  boolean agrees(String written, String expected, boolean values) {
    if (fold(written).equals(fold(expected))) {
      return true;
    }
    OptionalDouble value = value(written);
    OptionalDouble wanted = value(expected);
    if (!values || value.isEmpty() || wanted.isEmpty()) {
      return false;
    }
    double difference = Math.abs(value.getAsDouble() - wanted.getAsDouble());
    return difference <= 1e-4 * Math.abs(wanted.getAsDouble());
  }

  private boolean hasDecimalComma() {
    return !"en ja zh ko".contains(language);
  }

  private String plain(String text) {
    String lower =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replace('−', '-')
            .replace('⁄', '/')
            .replace('又', ' ')
            .replaceAll("[负負]", "-");
    return hasDecimalComma()
        ? lower.replaceAll("(?<=\\d)[. ](?=\\d{3}(?!\\d))", "").replaceAll("(?<=\\d),(?=\\d)", ".")
        : lower.replaceAll("(?<=\\d),(?=\\d{3}(?!\\d))", "");
  }

  private String fold(String text) {
    String folded =
        plain(text)
            .replaceAll("\\b0(\\d:)", "$1")
            .replaceAll("\\.(?!\\d)|(?<!\\d)\\.", "")
            .replaceAll("[,、\\s]", "")
            .replace('〜', '~')
            .replace('億', '亿')
            .replaceAll("(?<=\\d)i?ère?s?|(?<=\\d)è?mes?", "e");
    Matcher sign = SIGN.matcher(folded);
    if (!sign.find()) {
      return folded;
    }
    String mark = sign.group();
    return mark.charAt(mark.length() - 1) + folded.replace(mark, "");
  }

  private OptionalDouble value(String written) {
    String text = plain(written);
    double share = text.contains("‰") ? 0.1 : 1;
    boolean negative = text.replaceAll("\\d-\\d|e-\\d", "").contains("-");
    OptionalDouble size = size(text.replaceAll("[" + MYRIADS + "](?=\\d)", "$0\u2295"));
    return size.isPresent()
        ? OptionalDouble.of(share * (negative ? -size.getAsDouble() : size.getAsDouble()))
        : size;
  }

  private static OptionalDouble size(String text) {
    Matcher mixed = MIXED.matcher(text);
    if (mixed.find()) {
      return OptionalDouble.of(
          (number(mixed.group(1)) + number(mixed.group(2)) / number(mixed.group(3)))
              * Math.pow(10, power(mixed.group(4))));
    }
    Matcher fraction = FRACTION.matcher(text);
    if (fraction.find()) {
      return OptionalDouble.of(number(fraction.group(1)) / number(fraction.group(2)));
    }
    OptionalDouble sum = OptionalDouble.empty();
    for (String part : text.split("\u2295")) {
      Matcher number = NUMBER.matcher(part);
      if (number.find()) {
        double value = number(number.group(1)) * Math.pow(10, power(number.group(2)));
        sum = OptionalDouble.of(sum.orElse(0) + value);
      }
    }
    return sum;
  }

  private static double number(String digits) {
    return Double.parseDouble(digits);
  }

  private static int power(String unit) {
    Integer power = POWERS.get(unit);
    if (power != null || unit.isEmpty()) {
      return power == null ? 0 : power;
    }
    return switch (unit.charAt(0)) {
      case '万', '萬', '만' -> 4;
      case '億', '亿', '억' -> 8;
      case '兆', '조' -> 12;
      default -> 0;
    };
  }
}
