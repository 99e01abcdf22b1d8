// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript.json;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** The three spellings of a time in a result document. */
final class ResultTime {
  /** A tick is 100 ns. */
  private static final long TICKS_PER_MILLISECOND = 10_000;

  private ResultTime() {}

  /** Milliseconds as an ISO-8601 duration, such as {@code PT1H2M3.4S}. */
  static String iso(long milliseconds) {
    return Duration.ofMillis(milliseconds).toString();
  }

  static long ticks(long milliseconds) {
    return Math.multiplyExact(milliseconds, TICKS_PER_MILLISECOND);
  }

  /** Milliseconds, from whichever spelling a document has; 0 if it has none. */
  static long milliseconds(Long milliseconds, Long ticks, String iso) {
    if (milliseconds != null) {
      return Math.max(0, milliseconds);
    }
    if (ticks != null) {
      return Math.max(0, ticks / TICKS_PER_MILLISECOND);
    }
    if (iso == null) {
      return 0;
    }
    try {
      return Math.max(0, Duration.parse(iso).toMillis());
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new IllegalArgumentException("'" + iso + "' is no ISO-8601 duration", e);
    }
  }
}
