// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.report.FileReport;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;

/**
 * What came of work on a file: a result, or else the row of the report that its failure becomes.
 */
@Internal
public record Attempt<T>(Optional<T> result, Optional<FileReport> failure) {
  /** Work that may fail because of its file. */
  public interface Work<T> {
    T run() throws SpeechException, IOException;
  }

  /**
   * Works on a file.
   *
   * @throws IOException as the work does: what storage or an engine lacks is no failure of the file
   */
  public static <T> Attempt<T> of(AudioFile file, Work<T> work) throws IOException {
    try {
      return new Attempt<>(Optional.of(work.run()), Optional.empty());
    } catch (SpeechException e) {
      return failed(Failures.of(file, e));
    } catch (RuntimeException e) {
      return failed(Failures.of(file, Failures.defect(e)));
    }
  }

  private static <T> Attempt<T> failed(FileReport row) {
    return new Attempt<>(Optional.empty(), Optional.of(row));
  }
}
