package io.beamscribe.speech.languagemodel;

import java.io.IOException;

/** A file is well readable, but not of the form that is understood here. */
public final class UnsupportedFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  UnsupportedFormatException(String why) {
    super(why);
  }
}
