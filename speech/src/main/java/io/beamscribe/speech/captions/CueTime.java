// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import java.util.Locale;

/** Times as subtitle formats write them. */
final class CueTime {
  private CueTime() {}

  /** Hours, minutes, seconds and milliseconds; hours take more than two digits if needed. */
  static String of(long milliseconds, char point) {
    long seconds = milliseconds / 1000;
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d%c%03d",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60,
        point,
        milliseconds % 1000);
  }
}
