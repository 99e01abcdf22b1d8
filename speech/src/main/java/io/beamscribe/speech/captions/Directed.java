// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.text.TextDirection;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of text that runs from right to left. A player takes the direction of a line from its first
 * letter, so a line of such a text that begins with one of another script, a label or a name,
 * starts with a mark that no reader sees.
 */
final class Directed {
  private static final char RIGHT_TO_LEFT_MARK = '\u200F';

  private Directed() {}

  /** The lines of a cue after a label, which may be empty. */
  static List<String> lines(String label, Cue cue) {
    List<String> texts = cue.texts();
    boolean rightToLeft = TextDirection.isRightToLeft(String.join(" ", texts));
    List<String> lines = new ArrayList<>();
    for (String text : texts) {
      String line = lines.isEmpty() ? label + text : text;
      lines.add(mark(line, rightToLeft) + line);
    }
    return lines;
  }

  /** What a line begins with. */
  static String mark(String line, boolean rightToLeft) {
    return rightToLeft && !TextDirection.beginsRightToLeft(line)
        ? String.valueOf(RIGHT_TO_LEFT_MARK)
        : "";
  }
}
