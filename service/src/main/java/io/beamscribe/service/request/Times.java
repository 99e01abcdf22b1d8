// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.request;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and durations in documents. */
public final class Times {
  private static final Pattern ISO = Pattern.compile("P(?!$)(?:(\\d+)W)?(?:(\\d+)D)?(T.+)?");

  private Times() {}

  public static String of(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  public static String of(Duration duration) {
    return duration.toString();
  }

  /**
   * Parses a duration of ISO 8601, with weeks, days and a time.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Duration duration(String text) {
    Matcher parts = ISO.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!parts.matches()) {
      throw new IllegalArgumentException(text);
    }
    try {
      long days = 7 * number(parts.group(1)) + number(parts.group(2));
      String time = parts.group(3);
      return Duration.ofDays(days).plus(time == null ? Duration.ZERO : Duration.parse("P" + time));
    } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static long number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
