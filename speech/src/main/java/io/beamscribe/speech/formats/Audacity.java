// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import java.util.Locale;

/**
 * A label track of Audacity: start and end in seconds and the text, divided by tabs; a line a
 * phrase, by time, with the speaker or channel before the text.
 */
final class Audacity {
  private Audacity() {}

  static String of(Transcript transcript) {
    StringBuilder lines = new StringBuilder();
    for (Phrase phrase : transcript.phrasesByTime()) {
      String text = SpokenWords.text(phrase);
      if (!text.isEmpty()) {
        lines.append(
            String.format(
                Locale.ROOT,
                "%.6f\t%.6f\t%s%s\n",
                phrase.startMilliseconds() / 1000.0,
                phrase.endMilliseconds() / 1000.0,
                transcript.label(phrase).map(label -> label + ": ").orElse(""),
                text));
      }
    }
    return lines.toString();
  }
}
