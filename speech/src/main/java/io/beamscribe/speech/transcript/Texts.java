// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.util.regex.Pattern;

/** Keeps texts on one line, whatever the engine wrote. */
public final class Texts {
  /** Characters that break a line or control a terminal; the formats consist of lines. */
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

  private Texts() {}

  /** The text without line breaks and control characters, and without spaces around it. */
  public static String oneLine(String text) {
    return withoutBreaks(text).strip();
  }

  /** The text with each run of line breaks and control characters replaced by a space. */
  public static String withoutBreaks(String text) {
    return BREAKS.matcher(text).replaceAll(" ");
  }
}
