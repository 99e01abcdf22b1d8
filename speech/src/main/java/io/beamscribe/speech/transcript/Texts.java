// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.util.regex.Pattern;

/** Texts that are to stand on one line, whatever the engine gave. */
public final class Texts {
  /** What breaks a line or steers a terminal; the formats are made of lines. */
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

  private Texts() {}

  public static String oneLine(String text) {
    return withoutBreaks(text).strip();
  }

  public static String withoutBreaks(String text) {
    return BREAKS.matcher(text).replaceAll(" ");
  }
}
