// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Texts;
import io.beamscribe.speech.transcript.Transcript;

/**
 * Text for people: one phrase per line, in order of time; if speakers are known or channels
 * separate, each line begins with the name of the speaker or channel.
 */
final class PlainText {
  private PlainText() {}

  static String of(Transcript transcript) {
    StringBuilder text = new StringBuilder();
    for (Phrase phrase : transcript.phrasesByTime()) {
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
