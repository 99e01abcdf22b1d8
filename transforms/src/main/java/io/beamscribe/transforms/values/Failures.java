// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.report.FileReport;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;

/**
 * Turns failures into rows of the report. If the thread was interrupted instead there is no row: a
 * {@link CancellationException} ends the work, as when a runner stops a job to restart it after a
 * worker has died.
 */
@Internal
public final class Failures {
  private Failures() {}

  /** The row of a file that failed. */
  public static FileReport of(AudioFile file, SpeechException e) {
    return row(file.path(), file.source(), file.size(), e);
  }

  /** The row of an input or entry that failed, named by its path and its address. */
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

  /** The error of a file that could not be read. */
  public static SpeechException reading(IOException e) {
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      // FileInputStream also reports "not found" for files without read permission.
      return String.valueOf(e.getMessage()).contains("Permission denied")
          ? forbidden(e)
          : new SpeechException(ErrorKind.INVALID_URI, "There is no such file.", e);
    }
    if (e instanceof AccessDeniedException denied && denied.getReason() != null) {
      return new SpeechException(
          ErrorKind.FORBIDDEN, "It may not be read: " + denied.getReason() + ".", e);
    }
    if (e instanceof AccessDeniedException) {
      return forbidden(e);
    }
    if (e instanceof FileSystemLoopException) {
      return new SpeechException(ErrorKind.INVALID_URI, "The link leads in a circle.", e);
    }
    if (e instanceof SocketTimeoutException) {
      return new SpeechException(
          ErrorKind.TIMEOUT, "The server does not go on: " + e.getMessage() + ".", e);
    }
    if (e instanceof ProtocolException) {
      return new SpeechException(
          ErrorKind.INVALID_URI, "The address leads to no file: " + shown(e.getMessage()) + ".", e);
    }
    String reason =
        e instanceof FileSystemException f && f.getReason() != null
            ? f.getReason()
            : e.getMessage();
    return new SpeechException(ErrorKind.TRANSIENT, "Reading failed: " + shown(reason) + ".", e);
  }

  /** What others say of a failure, such as a server, without secrets and commands of terminals. */
  private static String shown(@Nullable String message) {
    return Addresses.withoutSecretsIn(String.valueOf(message)).replaceAll("\\p{Cntrl}+", " ");
  }

  /**
   * Why something could not be read or written: the file where it is known, and what the system
   * says.
   */
  public static String reason(Throwable e) {
    if (e instanceof FileSystemException system) {
      String file = system.getOtherFile() == null ? system.getFile() : system.getOtherFile();
      return system.getReason() == null ? file : file + " (" + system.getReason() + ")";
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }

  private static SpeechException forbidden(IOException e) {
    return new SpeechException(ErrorKind.FORBIDDEN, "There is no right to read it.", e);
  }

  /** The error of a file that ran into a defect of Beamscribe. */
  static SpeechException defect(Throwable e) {
    return new SpeechException(
        ErrorKind.INTERNAL,
        "A defect of Beamscribe: "
            + e.toString().replaceFirst("\\.$", "")
            + ". Please report it with the log.",
        e);
  }

  /** The error of a file on which memory ran out; beside fewer others it may fit. */
  static SpeechException memory(OutOfMemoryError e) {
    return new SpeechException(
        ErrorKind.TRANSIENT,
        "The memory of the process ran out; give it more, or use fewer threads.",
        e);
  }
}
