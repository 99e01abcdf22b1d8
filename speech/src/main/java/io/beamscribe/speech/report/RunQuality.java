// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import io.beamscribe.speech.quality.Quality;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be expected of the transcripts of one run.
 *
 * @param time when its report was written, ISO 8601 in UTC
 * @param model id of the model
 * @param files transcribed in the run, of which an estimate is known
 * @param words in them
 * @param expectedErrorRate expected word errors by recognised words, over all of them
 * @param confidence mean over their words
 */
public record RunQuality(
    String time, String model, int files, long words, double expectedErrorRate, double confidence) {

  /**
   * Sums up a run; empty if nothing was transcribed for which an estimate is known. Takes one pass.
   */
  public static Optional<RunQuality> of(Iterable<FileReport> rows, String model, Instant time) {
    int files = 0;
    long words = 0;
    double errors = 0;
    double confidence = 0;
    for (FileReport row : rows) {
      Quality quality = row.quality();
      if (row.status() == FileStatus.SUCCEEDED && quality != null && row.words() > 0) {
        files++;
        words += row.words();
        errors += quality.expectedErrorRate() * row.words();
        confidence += row.confidence() * row.words();
      }
    }
    return words == 0
        ? Optional.empty()
        : Optional.of(
            new RunQuality(
                time.toString(), model, files, words, errors / words, confidence / words));
  }

  /** Expected share of right words, from 0 to 1. */
  public double expectedAccuracy() {
    return 1 - expectedErrorRate;
  }
}
