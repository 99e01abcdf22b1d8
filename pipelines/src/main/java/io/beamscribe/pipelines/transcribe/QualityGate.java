// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.speech.report.Report;
import io.beamscribe.speech.report.RunQuality;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;

/**
 * {@code --failBelow}: the lowest expected accuracy with which a run counts as good.
 *
 * @param least share of right words, from 0 to 1; 0 for none
 */
@Internal
public record QualityGate(double least) {
  /**
   * Parses the flag.
   *
   * @param text null if it is not given
   */
  public static QualityGate of(@Nullable String text) throws UsageException {
    if (text == null) {
      return new QualityGate(0);
    }
    double percent =
        text.matches("\\d{1,3}(?:\\.\\d{1,6})?%")
            ? Double.parseDouble(text.substring(0, text.length() - 1))
            : -1;
    if (percent <= 0 || percent > 100) {
      throw new UsageException(
          "--failBelow must be a share of right words, as in 85%%, not '%s'.".formatted(text));
    }
    return new QualityGate(percent / 100);
  }

  /**
   * Why a run does not pass; empty if it does, or nothing was transcribed of which quality is
   * known.
   */
  public Optional<String> refusal(Report report) {
    if (least == 0) {
      return Optional.empty();
    }
    return RunQuality.of(report.details(), report.model(), Instant.EPOCH)
        .map(RunQuality::expectedAccuracy)
        .filter(accuracy -> accuracy < least)
        .map(
            accuracy ->
                String.format(
                    Locale.ROOT,
                    "The expected accuracy is %.1f %%, below the %s %% of --failBelow.",
                    100 * accuracy,
                    Math.round(1e6 * least) / 1e4));
  }
}
