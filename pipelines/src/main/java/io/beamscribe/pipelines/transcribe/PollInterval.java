// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.flags.UsageException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.annotations.Internal;

/** Parses durations such as {@code 10s} on a command line. */
@Internal
public final class PollInterval {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(ms|s|m|h)");
  private static final Duration SHORTEST = Duration.ofMillis(100);

  private PollInterval() {}

  public static Duration parse(String text) throws UsageException {
    return parse("--pollInterval", text);
  }

  /** As {@link #parse(String)}, for another flag. */
  public static Duration parse(String flag, String text) throws UsageException {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new UsageException(
          flag + " must be a number with ms, s, m or h, as in 10s, not '" + text + "'.");
    }
    long number = Long.parseLong(matcher.group(1));
    Duration interval =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          default -> Duration.ofHours(number);
        };
    if (interval.compareTo(SHORTEST) < 0) {
      throw new UsageException(flag + " must be 100ms at least, not '" + text + "'.");
    }
    return interval;
  }
}
