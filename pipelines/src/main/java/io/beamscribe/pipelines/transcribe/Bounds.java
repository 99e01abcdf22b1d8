// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.transforms.settings.FailureBound;
import io.beamscribe.transforms.settings.RunBounds;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses {@code --limit} and {@code --maxFailures}. */
final class Bounds {
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
  private static final Pattern HOURS = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)h");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)%");

  private Bounds() {}

  static RunBounds of(TranscribeOptions options) throws UsageException {
    BatchOptions batch = options.as(BatchOptions.class);
    return limit(batch.getLimit()).withFailures(failures(batch.getMaxFailures()));
  }

  private static RunBounds limit(@Nullable String text) throws UsageException {
    if (text == null) {
      return RunBounds.NONE;
    }
    Matcher hours = HOURS.matcher(text);
    if (COUNT.matcher(text).matches() && Integer.parseInt(text) > 0) {
      return RunBounds.files(Integer.parseInt(text));
    }
    if (hours.matches() && Double.parseDouble(hours.group(1)) > 0) {
      return RunBounds.audio(Double.parseDouble(hours.group(1)) * 3600);
    }
    throw new UsageException(
        "--limit must be a number of files, as in 100, or of hours of audio, as in 2.5h, not '%s'."
            .formatted(text));
  }

  private static FailureBound failures(@Nullable String text) throws UsageException {
    if (text == null) {
      return FailureBound.NONE;
    }
    Matcher percent = PERCENT.matcher(text);
    if (COUNT.matcher(text).matches()) {
      return FailureBound.files(Integer.parseInt(text));
    }
    if (percent.matches() && Double.parseDouble(percent.group(1)) <= 100) {
      return FailureBound.share(Double.parseDouble(percent.group(1)) / 100);
    }
    throw new UsageException(
        "--maxFailures must be a number of files, as in 10, or a share, as in 5%%, not '%s'."
            .formatted(text));
  }
}
