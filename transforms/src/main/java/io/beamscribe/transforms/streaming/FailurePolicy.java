// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.streaming;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.listing.VersionCheck;
import io.beamscribe.transforms.output.DeadLetters;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.telemetry.MetricNames;
import io.beamscribe.transforms.values.AudioFile;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * What to do about a failure in an unbounded job: nothing if the file was removed or replaced,
 * retry if it may be temporary, otherwise write a dead letter. Thread-safe.
 */
final class FailurePolicy {
  private static final int ATTEMPTS = 6;

  private final DeadLetters letters;
  private final StorageSettings storage;

  FailurePolicy(TranscriptionSettings settings, DeadLetters letters) {
    this.letters = letters;
    this.storage = settings.storage();
  }

  /**
   * Decides about a failure.
   *
   * @param attempt number of attempts so far
   * @return the row, if it is to be reported
   * @throws IOException to have it retried
   */
  Optional<FileReport> decide(AudioFile file, FileReport row, int attempt) throws IOException {
    if (!VersionCheck.isCurrent(file, storage)) {
      Metrics.counter(MetricNames.NAMESPACE, MetricNames.FILES_REPLACED).inc();
      return Optional.empty();
    }
    if (row.errorKind() == ErrorKind.TRANSIENT && attempt < ATTEMPTS) {
      throw new IOException(row.errorMessage());
    }
    return letters.put(file, row) ? Optional.of(row) : Optional.empty();
  }
}
