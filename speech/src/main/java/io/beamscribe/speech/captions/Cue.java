// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import java.util.List;

/**
 * A subtitle: one or two lines of text on the screen from start to end, in milliseconds.
 *
 * @param label the speaker; empty if speakers are not distinguished
 */
record Cue(int channel, String label, long start, long end, List<String> lines) {
  /** A label before the text, in formats without voices. */
  static String prefix(String label) {
    return label.isEmpty() ? "" : label + ": ";
  }
}
