// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.io.IOException;

/** A file is readable, but not in a supported format. */
public final class UnsupportedFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  UnsupportedFormatException(String why) {
    super(why);
  }
}
