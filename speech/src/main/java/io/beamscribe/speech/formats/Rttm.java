// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import io.beamscribe.speech.transcript.SpeakerTurn;
import io.beamscribe.speech.transcript.Transcript;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * NIST's rich transcription time marks: {@code SPEAKER}, file, channel from 1, start and duration
 * in seconds, and the number of the speaker or the name of its voice; one line per turn, by time.
 * The turns are those detected in the audio or, in results of other services, the phrases. Files
 * are named as in {@link Ctm}.
 */
final class Rttm {
  private Rttm() {}

  static String of(Transcript transcript) {
    String file = Ctm.file(transcript.source());
    StringBuilder lines = new StringBuilder();
    for (SpeakerTurn turn : turns(transcript)) {
      lines.append(
          String.format(
              Locale.ROOT,
              "SPEAKER %s %d %.3f %.3f <NA> <NA> %s <NA> <NA>\n",
              file,
              turn.channel() + 1,
              turn.startMilliseconds() / 1000.0,
              turn.durationMilliseconds() / 1000.0,
              transcript
                  .voice(turn.speaker())
                  .map(Ctm::field)
                  .orElse(Integer.toString(turn.speaker()))));
    }
    return lines.toString();
  }

  private static List<SpeakerTurn> turns(Transcript transcript) {
    if (transcript.provenance() != null && transcript.provenance().turns() != null) {
      return transcript.provenance().turns();
    }
    return transcript.phrases().stream()
        .filter(phrase -> phrase.speaker() != null)
        .map(
            phrase ->
                new SpeakerTurn(
                    phrase.speaker(),
                    phrase.channel(),
                    phrase.startMilliseconds(),
                    phrase.endMilliseconds()))
        .sorted(
            Comparator.comparingLong(SpeakerTurn::startMilliseconds)
                .thenComparingInt(SpeakerTurn::speaker))
        .toList();
  }
}
