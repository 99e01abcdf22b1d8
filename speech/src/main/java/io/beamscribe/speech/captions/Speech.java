// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.text.TextWidth;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Consecutive phrases of one speaker.
 *
 * @param label the speaker; empty if speakers are not distinguished
 * @param lane speech of one lane follows each other; that of several overlaps
 * @param pieces never empty, in order of time
 */
record Speech(String label, int lane, List<TimedPiece> pieces) {
  /** Speech that begins so shortly before the end of other speech follows it. */
  static final long OVERLAP_MILLISECONDS = 500;

  /** Of the label of a speaker, so much is shown that half of the first line is for words. */
  private static final int LABEL_COLUMNS = SubtitleRules.COLUMNS / 2 - 2;

  /** The speech of a channel, in order of time. */
  static List<Speech> of(Transcript transcript, int channel) {
    List<Phrase> phrases =
        transcript.phrases().stream()
            .filter(phrase -> phrase.channel() == channel)
            .sorted(Comparator.comparingLong(Phrase::startMilliseconds))
            .toList();
    List<Speech> speeches = new ArrayList<>();
    List<Long> free = new ArrayList<>(); // of each lane
    for (Phrase phrase : phrases) {
      String label = shortened(transcript.label(phrase).orElse(""));
      int columns = SubtitleRules.COLUMNS - TextWidth.of(Cue.prefix(label));
      List<TimedPiece> said = TimedPiece.of(phrase, columns);
      if (said.isEmpty()) {
        continue;
      }
      long start = said.get(0).start();
      Speech last = speeches.isEmpty() ? null : speeches.get(speeches.size() - 1);
      if (last == null || !last.label().equals(label) || !isFree(free.get(last.lane()), start)) {
        last = new Speech(label, lane(free, start), new ArrayList<>());
        speeches.add(last);
      }
      append(last.pieces(), said, free.get(last.lane()));
      free.set(last.lane(), last.end());
    }
    return speeches;
  }

  private long end() {
    return pieces.get(pieces.size() - 1).end();
  }

  private static boolean isFree(long until, long start) {
    return start >= until - OVERLAP_MILLISECONDS;
  }

  /** The first lane that is free, or a new one. */
  private static int lane(List<Long> free, long start) {
    for (int lane = 0; lane < free.size(); lane++) {
      if (isFree(free.get(lane), start)) {
        return lane;
      }
    }
    free.add(0L);
    return free.size() - 1;
  }

  /** Phrases that overlap a little follow each other, and two of one subtitle need a space. */
  private static void append(List<TimedPiece> pieces, List<TimedPiece> phrase, long from) {
    boolean first = pieces.isEmpty();
    long free = from;
    for (int i = 0; i < phrase.size(); i++) {
      TimedPiece piece = phrase.get(i);
      long start = Math.max(free, piece.start());
      boolean spaced = piece.spaced() || (i == 0 && !first);
      pieces.add(
          new TimedPiece(piece.text(), start, Math.max(start, piece.end()), spaced, piece.last()));
    }
  }

  private static String shortened(String label) {
    if (TextWidth.of(label) <= LABEL_COLUMNS) {
      return label;
    }
    int end = label.length();
    while (TextWidth.of(label.substring(0, end)) >= LABEL_COLUMNS) {
      end = label.offsetByCodePoints(end, -1);
    }
    return label.substring(0, end).strip() + "…";
  }
}
