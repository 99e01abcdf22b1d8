// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.recognition.whisper.model.Window;

/** How fast a text would have been spoken to fill the loud part of its window. */
final class Pace {
  /** Letters and digits per second that nobody exceeds for long; conversations have 10 to 20. */
  private static final double FASTEST = 30;

  /** What people exceed in all languages, in Chinese too. */
  private static final double SLOWEST = 3;

  /** What single words exceed that are spelt with letters. */
  private static final double SLOWEST_WORDS = 4;

  private Pace() {}

  /** Whether there is time to say a text. */
  static boolean hasTime(String text, Window window) {
    return letters(text) <= FASTEST * loudSeconds(window);
  }

  /** Whether far more is said than a text in any language. */
  static boolean leavesOut(String text, Window window) {
    return letters(text) < SLOWEST * loudSeconds(window);
  }

  /** Whether more is said than a text in a language that is written with letters. */
  static boolean leavesOutWords(String text, Window window) {
    return letters(text) < SLOWEST_WORDS * loudSeconds(window);
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit).count();
  }

  private static double loudSeconds(Window window) {
    return window.parts().stream()
        .mapToDouble(part -> new SpeechLevel(part.segment()).loudSeconds())
        .sum();
  }
}
