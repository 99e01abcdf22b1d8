// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.report.FileReport;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.apache.beam.sdk.annotations.Internal;

/** The outcome of work on a file: a result, or its failure as a row of the report. */
@Internal
public record Attempt<T>(Optional<T> result, Optional<FileReport> failure) {
  /** Work that may fail because of its file. */
  public interface Work<T> {
    T run() throws SpeechException, IOException;
  }

  /**
   * Runs work on a file and turns a failure of the file into a row.
   *
   * @throws IOException as the work does: unavailable storage or engines are not failures of the
   *     file
   */
  public static <T> Attempt<T> of(AudioFile file, Work<T> work) throws IOException {
    try {
      return new Attempt<>(Optional.of(work.run()), Optional.empty());
    } catch (SpeechException e) {
      return failed(Failures.of(file, e));
    } catch (RuntimeException | StackOverflowError e) {
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof OutOfMemoryError memory) {
          return failed(Failures.of(file, Failures.memory(memory)));
        }
      }
      return failed(Failures.of(file, Failures.defect(e)));
    } catch (OutOfMemoryError e) {
      return failed(Failures.of(file, Failures.memory(e)));
    }
  }

  /** What follows a result; a failure stays one. */
  public interface Step<T, U> {
    Attempt<U> after(T result) throws IOException;
  }

  /** The outcome of a next step, if there is a result for it. */
  public <U> Attempt<U> then(Step<T, U> next) throws IOException {
    return result.isPresent() ? next.after(result.get()) : new Attempt<>(Optional.empty(), failure);
  }

  /** Its result in a form that a failed one has too. */
  public T orElse(Function<FileReport, T> instead) {
    return result.isPresent() ? result.get() : instead.apply(failure.orElseThrow());
  }

  private static <T> Attempt<T> failed(FileReport row) {
    return new Attempt<>(Optional.empty(), Optional.of(row));
  }
}
