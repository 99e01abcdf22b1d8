// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import java.io.IOException;

/** Content does not fit into memory. Its message goes on after what cannot be read and a colon. */
public final class TooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  TooLargeException(int most) {
    super("it has more than " + Math.max(1, most >> 20) + " MB, or no end");
  }

  /** What to add to a sentence that says what cannot be read: why, or nothing. */
  public static String reason(Throwable e) {
    return e instanceof TooLargeException ? ": " + e.getMessage() : "";
  }
}
