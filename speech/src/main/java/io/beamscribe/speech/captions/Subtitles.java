// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.speech.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/**
 * The subtitles of a transcript by time. They overlap only where people speak at once, be it on one
 * channel or on several.
 */
final class Subtitles {
  private Subtitles() {}

  static List<Cue> of(Transcript transcript, CaptionOptions options) {
    List<Draft> drafts = new ArrayList<>();
    Speeches speeches = Speeches.of(transcript, options);
    for (int channel : transcript.channels()) {
      for (Speech speech : speeches.of(channel)) {
        drafts.addAll(drafts(channel, speech));
      }
    }
    long end = transcript.durationMilliseconds();
    SpeakerNames names = new SpeakerNames();
    return new CueTimes(drafts, end > 0 ? end : Long.MAX_VALUE)
        .timed().stream().map(timed -> cue(timed, names)).toList();
  }

  private static List<Draft> drafts(int channel, Speech speech) {
    CueLayout layout = new CueLayout(speech);
    List<Integer> cuts = new CueCutter(speech, layout).cuts();
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i + 1 < cuts.size(); i++) {
      drafts.add(new Draft(channel, layout, cuts.get(i), cuts.get(i + 1)));
    }
    return drafts;
  }

  private static Cue cue(CueTimes.Timed timed, SpeakerNames names) {
    Draft draft = timed.draft();
    String label = draft.speech().label();
    String wanted = names.prefix(label, timed.start(), timed.end());
    String name = draft.layout().hasRoomForLabel(draft.from(), draft.to()) ? wanted : "";
    return new Cue(
        draft.channel(),
        label,
        name,
        timed.start(),
        timed.end(),
        draft.layout().pieces(draft.from(), draft.to(), !name.isEmpty()));
  }
}
