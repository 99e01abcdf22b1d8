// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The subtitles of a transcript by time. Those of one channel never overlap; those of different
 * channels do where people speak at once.
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

  /** The label before the text in formats without voices. */
  static String prefix(String label) {
    return label.isEmpty() ? "" : label + ": ";
  }

  /** Consecutive phrases of one speaker. */
  private record Speech(String label, List<TimedPiece> pieces) {}

  private static List<Cue> ofChannel(Transcript transcript, int channel) {
    List<Speech> speeches = speeches(transcript, channel);
    List<Cue> cues = new ArrayList<>();
    long free = 0;
    for (int i = 0; i < speeches.size(); i++) {
      Speech speech = speeches.get(i);
      long behind =
          i + 1 < speeches.size() ? speeches.get(i + 1).pieces().get(0).start() : Long.MAX_VALUE;
      free = append(cues, channel, speech, free, behind);
    }
    return cues;
  }

  private static List<Speech> speeches(Transcript transcript, int channel) {
    List<Speech> speeches = new ArrayList<>();
    long free = 0;
    for (Phrase phrase : transcript.phrases()) {
      if (phrase.channel() != channel) {
        continue;
      }
      String label = transcript.label(phrase).orElse("");
      List<TimedPiece> said = TimedPiece.of(phrase, SubtitleRules.COLUMNS - prefix(label).length());
      if (said.isEmpty()) {
        continue;
      }
      if (speeches.isEmpty() || !speeches.get(speeches.size() - 1).label().equals(label)) {
        speeches.add(new Speech(label, new ArrayList<>()));
      }
      List<TimedPiece> pieces = speeches.get(speeches.size() - 1).pieces();
      append(pieces, said, free);
      free = pieces.get(pieces.size() - 1).end();
    }
    return speeches;
  }

  /** Adds the subtitles of one speaker; returns when the last of them leaves the screen. */
  private static long append(List<Cue> cues, int channel, Speech speech, long from, long behind) {
    List<TimedPiece> pieces = speech.pieces();
    CueLayout layout = new CueLayout(pieces, prefix(speech.label()).length());
    List<Integer> cuts = new CueCutter(pieces, layout).cuts();
    long free = from;
    for (int i = 0; i + 1 < cuts.size(); i++) {
      int first = cuts.get(i);
      int to = cuts.get(i + 1);
      long start = Math.max(free, pieces.get(first).start());
      long next = to < pieces.size() ? pieces.get(to).start() : behind;
      long reading = SubtitleRules.readingMilliseconds(layout.columns(first, to));
      long end = end(start, pieces.get(to - 1).end(), start + reading, next);
      cues.add(new Cue(channel, speech.label(), start, end, layout.lines(first, to)));
      free = end;
    }
    return free;
  }

  /** Phrases that overlap follow each other, and two that share a subtitle need a space. */
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

  /**
   * When a subtitle leaves the screen: when its words end, or later if reading takes longer or the
   * gap to the next would flicker, and in time for the next.
   */
  private static long end(long start, long spoken, long read, long next) {
    long end = Math.max(spoken, read);
    if (next - end < SubtitleRules.FLICKER_MILLISECONDS) {
      end = next - SubtitleRules.GAP_MILLISECONDS;
    }
    end = Math.min(end, start + SubtitleRules.MAX_MILLISECONDS);
    if (end - start < SubtitleRules.GAP_MILLISECONDS) {
      end = next; // Too short to give up time for a gap.
    }
    return Math.max(start + 1, end);
  }
}
