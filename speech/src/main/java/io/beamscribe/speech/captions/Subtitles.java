// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.transcript.CaptionOptions;
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

  static List<Cue> of(Transcript transcript, CaptionOptions options) {
    long end = transcript.durationMilliseconds();
    Speeches speeches = Speeches.of(transcript, options);
    List<Draft> drafts = new ArrayList<>();
    for (int channel : transcript.channels()) {
      for (Speech speech : speeches.of(channel)) {
        drafts.addAll(drafts(channel, speech));
      }
    }
    List<Cue> cues = new CueTimes(drafts, end > 0 ? end : Long.MAX_VALUE).cues();
    cues.sort(Comparator.comparingLong(Cue::start).thenComparingInt(Cue::channel));
    return cues;
  }

  private static List<Draft> drafts(int channel, Speech speech) {
    List<TimedPiece> pieces = speech.pieces();
    CueLayout layout = new CueLayout(speech);
    List<Integer> cuts = new CueCutter(speech, layout).cuts();
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i + 1 < cuts.size(); i++) {
      int first = cuts.get(i);
      int to = cuts.get(i + 1);
      drafts.add(
          new Draft(
              channel,
              speech.lane(),
              speech.label(),
              pieces.get(first).start(),
              pieces.get(to - 1).end(),
              speech.rules().readingMilliseconds(layout.columns(first, to)),
              layout.pieces(first, to)));
    }
    return drafts;
  }
}
