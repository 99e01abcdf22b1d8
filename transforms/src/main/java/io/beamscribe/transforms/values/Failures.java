// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.report.FileReport;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import org.apache.beam.sdk.annotations.Internal;

/**
 * Turns what went wrong with a file into a row of the report. Where nothing did, but the thread was
 * told to stop, there is no row: {@link CancellationException} ends the work, and whoever starts it
 * again does all of it. A runner stops the threads of a job whose worker has died, and begins anew.
 */
@Internal
public final class Failures {
  private Failures() {}

  public static FileReport of(AudioFile file, SpeechException e) {
    return row(file.path(), file.source(), file.size(), e);
  }

  public static FileReport of(String source, String address, SpeechException e) {
    return row(source, Addresses.withoutSecrets(address), -1, e);
  }

  private static FileReport row(String source, String url, long size, SpeechException e) {
    if (Thread.currentThread().isInterrupted() || stopped(e)) {
      CancellationException cancelled = new CancellationException(source + ": " + e.getMessage());
      cancelled.initCause(e);
      throw cancelled;
    }
    return FileReport.failed(source, url, size, e.kind(), e.getMessage());
  }

  private static boolean stopped(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException
          || cause instanceof ClosedByInterruptException
          || cause instanceof InterruptedIOException
              && !(cause instanceof SocketTimeoutException)) {
        return true;
      }
    }
    return false;
  }

  /** What a failure of storage means for the file that was to be read. */
  public static SpeechException reading(IOException e) {
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      // FileInputStream says "not found" of a file that may not be read, too.
      return String.valueOf(e.getMessage()).contains("Permission denied")
          ? forbidden(e)
          : new SpeechException(ErrorKind.INVALID_URI, "There is no such file.", e);
    }
    if (e instanceof AccessDeniedException) {
      return forbidden(e);
    }
    if (e instanceof FileSystemLoopException) {
      return new SpeechException(ErrorKind.INVALID_URI, "The link leads in a circle.", e);
    }
    String reason =
        e instanceof FileSystemException f && f.getReason() != null
            ? f.getReason()
            : e.getMessage();
    return new SpeechException(ErrorKind.TRANSIENT, "Reading failed: " + reason + ".", e);
  }

  private static SpeechException forbidden(IOException e) {
    return new SpeechException(ErrorKind.FORBIDDEN, "There is no right to read it.", e);
  }

  /** What a defect means for the file it met. */
  public static SpeechException defect(RuntimeException e) {
    return new SpeechException(
        ErrorKind.INTERNAL, "A defect of Beamscribe: " + e + ". Please report it with the log.", e);
  }
}
