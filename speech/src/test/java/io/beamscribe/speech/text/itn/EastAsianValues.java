// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares written numbers of Korean, Japanese and Chinese by what they say, not by taste. */
final class EastAsianValues {
  private static final Pattern SCALED = Pattern.compile("(?:\\d+(?:\\.\\d+)?[万萬만億亿억兆조])+\\d*");
  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)([万萬만億亿억兆조]?)");
  private static final Pattern MIXED = Pattern.compile("(-?)(\\d+)[ 又](\\d+)/(\\d+)");
  private static final Pattern FRACTION =
      Pattern.compile("(-?)(\\d+(?:\\.\\d+)?)/(\\d+(?:\\.\\d+)?)");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

  private EastAsianValues() {}

  /** Whether two texts differ in notation only. */
  static boolean same(String written, String expected) {
    return folded(written).equals(folded(expected));
  }

  /** Whether a text has one number, and that is the value. */
  static boolean has(String written, String expected, boolean percent) {
    Matcher value = Pattern.compile("-?[\\d.]+(E[+-]?\\d+)?").matcher(expected);
    OptionalDouble found = value(written.replaceAll("[余多几幾數数]", ""));
    if (!value.lookingAt() || found.isEmpty()) {
      return false;
    }
    double is = percent ? inPercent(found.getAsDouble(), written) : found.getAsDouble();
    double wanted = Double.parseDouble(value.group());
    return Math.abs(is - wanted) <= 1e-8 * Math.max(1, Math.abs(wanted))
        && (is == 0) == (wanted == 0);
  }

  /** 割, 成 and 折 are tenths; 割引 is what a price is cut by. */
  private static double inPercent(double value, String written) {
    if (written.matches(".*[成折割].*")) {
      double tenths = 10 * value + (written.contains("半") ? 5 : 0);
      return written.contains("割引") ? 100 - tenths : tenths;
    }
    return written.contains("/") ? 100 * value : value;
  }

  private static OptionalDouble value(String written) {
    Matcher mixed = MIXED.matcher(written.replace(",", ""));
    if (mixed.find()) {
      double value =
          Double.parseDouble(mixed.group(2))
              + Double.parseDouble(mixed.group(3)) / Double.parseDouble(mixed.group(4));
      return OptionalDouble.of(mixed.group(1).isEmpty() ? value : -value);
    }
    String folded = folded(written);
    Matcher fraction = FRACTION.matcher(folded);
    if (fraction.find()) {
      double value = Double.parseDouble(fraction.group(2)) / Double.parseDouble(fraction.group(3));
      return OptionalDouble.of(fraction.group(1).isEmpty() ? value : -value);
    }
    Matcher number = NUMBER.matcher(folded);
    if (!number.find()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(number.group());
    return number.find() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static String folded(String text) {
    String folded =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\s,]", "")
            .replaceAll("[万萬][亿億]", "兆")
            .replaceAll("(\\d{4})/0?(\\d+)/0?(\\d+)", "$1年$2月$3日")
            .replaceAll("(\\d{4})/0?(\\d{1,2})(?!\\d)(?<=/\\d\\d)", "$1年$2月")
            .replaceAll("上午|早上|下午|晚上|[ap]\\.m\\.", "")
            .replaceAll("(\\d)(\\d)-(\\d)(?!\\d)", "$1$2~$1$3")
            .replaceAll("[〜~]+", "~")
            .replaceAll("us\\$", "\\$")
            .replace("jpy¥", "¥")
            .replace("hkd", "hk$");
    return SCALED
        .matcher(folded)
        .replaceAll(EastAsianValues::plain)
        .replaceAll("(?<!\\d)0(\\d:)", "$1")
        .replaceAll("(\\.\\d*?)0+(?!\\d|\\.)", "$1")
        .replaceAll("\\.(?!\\d)", "");
  }

  /** 1億5万 as digits. */
  private static String plain(MatchResult scaled) {
    BigDecimal sum = BigDecimal.ZERO;
    Matcher parts = PART.matcher(scaled.group());
    while (parts.find()) {
      int zeros =
          switch (parts.group(2)) {
            case "万", "萬", "만" -> 4;
            case "億", "亿", "억" -> 8;
            case "兆", "조" -> 12;
            default -> 0;
          };
      sum = sum.add(new BigDecimal(parts.group(1)).scaleByPowerOfTen(zeros));
    }
    return sum.stripTrailingZeros().toPlainString();
  }
}
