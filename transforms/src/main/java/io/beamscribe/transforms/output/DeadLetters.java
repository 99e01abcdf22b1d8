// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.values.AudioFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dead letters of unbounded jobs, which have no final report: one small file under the output for
 * each file that failed for good. Thread-safe.
 */
@Internal
public final class DeadLetters {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  private final OutputLayout output;
  private final AtomicFiles files;
  private final ResultStore store;
  private final String run;
  private final Announcer announcer;

  public DeadLetters(TranscriptionSettings settings, Announcer announcer) {
    this.announcer = announcer;
    this.output = settings.output();
    this.files = new AtomicFiles(output.storage());
    this.store = new ResultStore(output);
    this.run = settings.run().id();
  }

  /**
   * Writes the failure of a file.
   *
   * @return whether it is the first for this version in this run
   * @throws IOException if the output is unavailable
   */
  public boolean put(AudioFile file, FileReport row) throws IOException {
    try {
      return store.of(() -> written(output.failure(file.path()), file, row));
    } catch (SpeechException e) {
      LOG.warn("The dead letter of {} has another name: {}", file.source(), e.getMessage());
      return written(output.failureWithoutName(file.path()), file, row);
    }
  }

  private boolean written(String address, AudioFile file, FileReport row) throws IOException {
    byte[] letter =
        Json.write(
            new Letter(
                row.source(),
                row.sourceUrl(),
                file.version(),
                requireNonNull(row.errorKind()).label(),
                row.errorMessage(),
                run));
    if (files.read(address).filter(before -> Arrays.equals(before, letter)).isPresent()) {
      return false;
    }
    announcer.announce(file, row, "");
    files.write(address, letter);
    return true;
  }

  /** Deletes the dead letter of a file that has succeeded since. */
  public void remove(AudioFile file) throws IOException {
    for (String address :
        List.of(output.failure(file.path()), output.failureWithoutName(file.path()))) {
      remove(address);
    }
  }

  private void remove(String address) throws IOException {
    if (files.exists(address)) {
      files.delete(address);
    }
  }

  /**
   * One failure.
   *
   * @param source path below the common folder of the inputs
   * @param version of the file that failed
   */
  record Letter(
      String source,
      String sourceUrl,
      String version,
      String errorKind,
      @Nullable String errorMessage,
      String run) {}
}
