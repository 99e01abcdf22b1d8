// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import java.util.List;

/**
 * A subtitle: lines of text on the screen from start to end, in milliseconds.
 *
 * @param label the speaker; empty if speakers are not distinguished
 * @param name what precedes the text in formats without voices; empty if the speaker is clear
 * @param lines the pieces of each line, with the times at which they are spoken
 */
record Cue(
    int channel, String label, String name, long start, long end, List<List<TimedPiece>> lines) {
  /** A label before the text, in formats without voices. */
  static String prefix(String label) {
    return label.isEmpty() ? "" : label + ": ";
  }

  /** The text of each line. */
  List<String> texts() {
    return lines.stream().map(Cue::text).toList();
  }

  private static String text(List<TimedPiece> line) {
    StringBuilder text = new StringBuilder();
    for (TimedPiece piece : line) {
      if (!text.isEmpty() && piece.spaced()) {
        text.append(' ');
      }
      text.append(piece.text());
    }
    return text.toString();
  }
}
