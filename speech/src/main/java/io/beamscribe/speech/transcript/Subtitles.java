package io.beamscribe.speech.transcript;

import io.beamscribe.speech.recognition.Phrase;
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

  /** What stands before the text of a channel in formats that have no means of their own. */
  static String label(Transcript transcript, int channel) {
    return transcript.channels().size() > 1 ? Texts.channelLabel(channel) + ": " : "";
  }

  private static List<Cue> ofChannel(Transcript transcript, int channel) {
    int reserved = label(transcript, channel).length();
    List<TimedPiece> pieces = new ArrayList<>();
    for (Phrase phrase : transcript.phrases()) {
      if (phrase.channel() == channel) {
        append(pieces, TimedPiece.of(phrase, SubtitleRules.COLUMNS - reserved));
      }
    }
    CueLayout layout = new CueLayout(pieces, reserved);
    List<Integer> cuts = new CueCutter(pieces, layout).cuts();
    List<Cue> cues = new ArrayList<>();
    long free = 0;
    for (int i = 0; i + 1 < cuts.size(); i++) {
      int from = cuts.get(i);
      int to = cuts.get(i + 1);
      long start = Math.max(free, pieces.get(from).start());
      long next = to < pieces.size() ? pieces.get(to).start() : Long.MAX_VALUE;
      long reading = SubtitleRules.readingMilliseconds(layout.columns(from, to));
      long end = end(start, pieces.get(to - 1).end(), start + reading, next);
      cues.add(new Cue(channel, start, end, layout.lines(from, to)));
      free = end;
    }
    return cues;
  }

  /** Phrases that overlap follow each other, and two that share a subtitle need a space. */
  private static void append(List<TimedPiece> pieces, List<TimedPiece> phrase) {
    boolean first = pieces.isEmpty();
    long free = first ? 0 : pieces.get(pieces.size() - 1).end();
    for (int i = 0; i < phrase.size(); i++) {
      TimedPiece piece = phrase.get(i);
      long start = Math.max(free, piece.start());
      boolean spaced = piece.spaced() || (i == 0 && !first);
      pieces.add(
          new TimedPiece(piece.text(), start, Math.max(start, piece.end()), spaced, piece.last()));
    }
  }

  /**
   * When a subtitle leaves the screen: when its words end, later where reading takes longer or the
   * gap to the next would flicker, and in time for the next.
   */
  private static long end(long start, long spoken, long read, long next) {
    long end = Math.max(spoken, read);
    if (next - end < SubtitleRules.FLICKER_MILLISECONDS) {
      end = next - SubtitleRules.GAP_MILLISECONDS;
    }
    end = Math.min(end, start + SubtitleRules.MAX_MILLISECONDS);
    if (end - start < SubtitleRules.GAP_MILLISECONDS) {
      end = next; // So short that it has no time to give to a gap.
    }
    return Math.max(start + 1, end);
  }
}
