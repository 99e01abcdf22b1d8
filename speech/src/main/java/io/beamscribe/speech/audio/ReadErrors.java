// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Maps a failure to read to the error of a file. */
public final class ReadErrors {
  private ReadErrors() {}

  /**
   * The error of a file that cannot be read: INVALID_URI, FORBIDDEN, TIMEOUT or TRANSIENT, with the
   * name of the file in the message.
   */
  public static SpeechException of(String name, IOException e) {
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      return new SpeechException(ErrorKind.INVALID_URI, "There is no file " + name + ".", e);
    } else if (e instanceof AccessDeniedException denied) {
      String reason = denied.getReason() == null ? "." : ": " + denied.getReason() + ".";
      return new SpeechException(ErrorKind.FORBIDDEN, name + " may not be read" + reason, e);
    }
    return e instanceof SocketTimeoutException
        ? new SpeechException(ErrorKind.TIMEOUT, "Reading " + name + " took too long.", e)
        : new SpeechException(ErrorKind.TRANSIENT, "Reading " + name + " broke off.", e);
  }

  /** The thread was asked to stop while a file was decoded; another try may succeed. */
  public static SpeechException interrupted(String name) {
    return new SpeechException(ErrorKind.TRANSIENT, "Decoding of " + name + " was interrupted.");
  }
}
