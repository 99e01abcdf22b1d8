// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.values.Failures;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.beam.sdk.annotations.Internal;

/**
 * Reads and writes what belongs to one file, and tells what a failure concerns. If the output as a
 * whole can be written, only the results of that file cannot, because of their names, rights or
 * size: that costs the file. Otherwise the job cannot go on. Thread-safe.
 */
@Internal
public final class ResultStore {
  /** Room is short for all files, even where a few bytes still fit. */
  private static final Pattern FULL = Pattern.compile("No space left|quota exceeded");

  /** What file systems and Hadoop say of a name that cannot be written. */
  private static final Pattern NAME =
      Pattern.compile(
          "Is a directory|Not a directory|is a directory|is not a directory|too long|TooLong"
              + "|AlreadyExists|DirectoryNotEmpty|NotDirectory");

  private final OutputLayout output;
  private final AtomicFiles files;

  public ResultStore(OutputLayout output) {
    this.output = output;
    this.files = new AtomicFiles(output.storage());
  }

  /** Reads or writes; may be repeated. */
  public interface Access<T> {
    T run() throws SpeechException, IOException;
  }

  /**
   * Reads or writes what belongs to one file; tries again once if only that failed.
   *
   * @throws SpeechException if it fails for this file
   * @throws IOException if the output is unavailable
   */
  public <T> T of(Access<T> access) throws SpeechException, IOException {
    try {
      return access.run();
    } catch (IOException e) {
      requireWritable(e);
    }
    try {
      return access.run();
    } catch (IOException e) {
      requireWritable(e);
      throw failure(e);
    }
  }

  /** Changes something that may be repeated and has no result. */
  public interface Change {
    void run() throws SpeechException, IOException;
  }

  /** As {@link #of}, for a change. */
  public void change(Change change) throws SpeechException, IOException {
    of(
        () -> {
          change.run();
          return true;
        });
  }

  private void requireWritable(IOException e) throws IOException {
    if (Thread.currentThread().isInterrupted() || FULL.matcher(String.valueOf(e)).find()) {
      throw e;
    }
    try {
      String probe = output.root() + "/.beamscribe-probe-" + UUID.randomUUID();
      files.write(probe, new byte[] {'\n'});
      files.delete(probe);
    } catch (IOException unavailable) {
      e.addSuppressed(unavailable);
      throw e;
    }
  }

  private static SpeechException failure(IOException e) {
    if (e instanceof AccessDeniedException || String.valueOf(e).contains("AccessDenied")) {
      return new SpeechException(
          ErrorKind.FORBIDDEN, "There is no right to read or write its results.", e);
    }
    return NAME.matcher(e.toString()).find()
        ? new SpeechException(
            ErrorKind.INVALID_URI,
            "Its results cannot be stored: something is in the way, or a name is too long: "
                + Failures.reason(e)
                + ".",
            e)
        : new SpeechException(
            ErrorKind.TRANSIENT,
            "Its results cannot be read or written: " + Failures.reason(e) + ".",
            e);
  }
}
