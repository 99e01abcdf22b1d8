// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

/** A grammar that cannot be read, with the line at fault. */
final class GrammarException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GrammarException(String message) {
    super(message);
  }

  GrammarException(String file, int line, String message) {
    super(file + ":" + line + ": " + message);
  }
}
