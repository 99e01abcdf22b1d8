// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Texts;
import io.beamscribe.speech.transcript.Transcript;
import java.util.Comparator;
import java.util.List;

/**
 * Text for people: one phrase per line, in order of time; if speakers are known or channels
 * separate, each line begins with the name of the speaker or channel.
 */
final class PlainText {
  private PlainText() {}

  static String of(Transcript transcript) {
    List<Phrase> phrases =
        transcript.phrases().stream()
            .sorted(
                Comparator.comparingLong(Phrase::startMilliseconds)
                    .thenComparingInt(Phrase::channel))
            .toList();
    StringBuilder text = new StringBuilder();
    for (Phrase phrase : phrases) {
      String line = Texts.oneLine(phrase.best().display());
      if (line.isEmpty()) {
        continue;
      }
      transcript.label(phrase).ifPresent(label -> text.append(label).append(": "));
      text.append(line).append('\n');
    }
    return text.toString();
  }
}
