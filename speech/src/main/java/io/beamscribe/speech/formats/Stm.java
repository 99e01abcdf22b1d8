// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Texts;
import io.beamscribe.speech.transcript.Transcript;
import java.util.Locale;

/**
 * NIST's segment time marks, the form of references: file, channel from 1, speaker, start and end
 * in seconds, the words as spoken; a line a phrase, by channel, then by time. Files and speakers
 * are named as in {@link Rttm}; without speakers all are {@code unknown}.
 */
final class Stm {
  private Stm() {}

  static String of(Transcript transcript) {
    String file = Ctm.file(transcript.source());
    StringBuilder lines = new StringBuilder();
    for (Phrase phrase : transcript.phrases()) {
      String text = Texts.oneLine(phrase.best().lexical());
      if (!text.isEmpty()) {
        lines.append(
            String.format(
                Locale.ROOT,
                "%s %d %s %.3f %.3f %s\n",
                file,
                phrase.channel() + 1,
                speaker(transcript, phrase),
                phrase.startMilliseconds() / 1000.0,
                phrase.endMilliseconds() / 1000.0,
                text));
      }
    }
    return lines.toString();
  }

  private static String speaker(Transcript transcript, Phrase phrase) {
    return phrase.speaker() == null
        ? "unknown"
        : transcript
            .voice(phrase.speaker())
            .map(Ctm::field)
            .orElse(Integer.toString(phrase.speaker()));
  }
}
