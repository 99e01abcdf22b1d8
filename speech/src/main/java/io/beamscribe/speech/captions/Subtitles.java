// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.text.TextWidth;
import io.beamscribe.speech.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The subtitles of a transcript by time. They overlap only where people speak at once, be it on one
 * channel or on several.
 */
final class Subtitles {
  private Subtitles() {}

  static List<Cue> of(Transcript transcript) {
    List<Cue> cues = new ArrayList<>();
    for (int channel : transcript.channels()) {
      cues.addAll(ofChannel(transcript, channel));
    }
    cues.sort(Comparator.comparingLong(Cue::start).thenComparingInt(Cue::channel));
    return cues;
  }

  private static List<Cue> ofChannel(Transcript transcript, int channel) {
    List<Draft> drafts = new ArrayList<>();
    for (Speech speech : Speech.of(transcript, channel)) {
      drafts.addAll(drafts(speech));
    }
    long end = transcript.durationMilliseconds();
    return new CueTimes(drafts, end > 0 ? end : Long.MAX_VALUE).cues(channel);
  }

  private static List<Draft> drafts(Speech speech) {
    List<TimedPiece> pieces = speech.pieces();
    CueLayout layout = new CueLayout(pieces, TextWidth.of(Cue.prefix(speech.label())));
    List<Integer> cuts = new CueCutter(pieces, layout).cuts();
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i + 1 < cuts.size(); i++) {
      int first = cuts.get(i);
      int to = cuts.get(i + 1);
      drafts.add(
          new Draft(
              speech.lane(),
              speech.label(),
              pieces.get(first).start(),
              pieces.get(to - 1).end(),
              SubtitleRules.readingMilliseconds(layout.columns(first, to)),
              layout.lines(first, to)));
    }
    return drafts;
  }
}
