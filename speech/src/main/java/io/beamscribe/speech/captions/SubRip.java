// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.speech.transcript.Transcript;

/** SRT. It has neither voices nor escapes. */
final class SubRip {
  private SubRip() {}

  static String of(Transcript transcript, CaptionOptions options) {
    StringBuilder file = new StringBuilder();
    int number = 1;
    for (Cue cue : Subtitles.of(transcript, options)) {
      if (number > 1) {
        file.append('\n');
      }
      file.append(number++).append('\n');
      file.append(CueTime.of(cue.start(), ','));
      file.append(" --> ").append(CueTime.of(cue.end(), ',')).append('\n');
      for (String line : Directed.lines(cue.name(), cue)) {
        file.append(line.replaceAll("-{2,}>", "->")).append('\n');
      }
    }
    return file.toString();
  }
}
