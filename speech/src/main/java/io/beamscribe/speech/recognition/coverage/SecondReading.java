// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.coverage;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.OnChannel;
import io.beamscribe.speech.transcript.Phrase;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Recognises again, alone, the speech for which an engine gave no words, and flags what stays
 * without any ({@code unrecognized}). A search may end a window early or give up on all of it; the
 * same speech in another cut is usually recognised. Not thread-safe.
 */
public final class SecondReading {
  /** Confidence of a phrase below which it is a guess. */
  private static final double GUESS = 0.4;

  /** Recognises one segment. */
  @FunctionalInterface
  public interface Reader {
    /**
     * @throws IOException where an engine cannot be had
     */
    Recognition read(SpeechSegment segment) throws SpeechException, IOException;
  }

  private final SampleRange audio;
  private final List<SampleRange> sure;
  private final Function<SampleRange, SpeechSegment> cutter;
  private final Reader reader;

  /**
   * @param audio the samples of a track that there are
   * @param sure where in them speech is sure, in order
   * @param cutter gives a part of them
   * @param reader asked for each piece that has no words
   */
  public SecondReading(
      SampleRange audio,
      List<SampleRange> sure,
      Function<SampleRange, SpeechSegment> cutter,
      Reader reader) {
    this.audio = audio;
    this.sure = sure;
    this.cutter = cutter;
    this.reader = reader;
  }

  /**
   * What was recognised in segments, completed. A flag of the first reading goes where the second
   * one finds words.
   */
  public Recognition complete(List<SpeechSegment> segments, Recognition first)
      throws SpeechException, IOException {
    Coverage coverage = new Coverage(sure, segments);
    Timeline timeline = new Timeline(first.phrases());
    List<Flag> flags = new ArrayList<>(first.flags());
    List<SampleRange> missing = coverage.missing(first.phrases());
    Deque<Piece> open = new ArrayDeque<>(Piece.of(missing, first.phrases(), coverage, audio));
    while (!open.isEmpty()) {
      Piece piece = open.removeFirst();
      SpeechSegment segment = cutter.apply(piece.padded());
      Recognition again = reader.read(segment);
      if (KnownWords.contain(again.phrases(), piece, timeline.phrases())) {
        continue;
      }
      List<Phrase> found = again.phrases().stream().filter(SecondReading::isSure).toList();
      if (!found.isEmpty()) {
        timeline.add(piece.range(), found);
      } else if (!piece.halves().isEmpty()) {
        List<Piece> halves = piece.halves();
        open.addFirst(halves.get(1));
        open.addFirst(halves.get(0));
        continue;
      }
      boolean silent =
          coverage.surelyMissing(timeline.phrases()).stream().anyMatch(piece::overlaps);
      if (!silent) {
        flags.removeIf(piece::overlaps);
      } else if (flags.stream().noneMatch(piece::overlaps)) {
        flags.add(flag(piece, segment.channel(), again));
      }
    }
    flags.sort(OnChannel.BY_CHANNEL_THEN_TIME);
    return new Recognition(timeline.phrases(), flags);
  }

  private static boolean isSure(Phrase phrase) {
    return phrase.best().confidence() >= GUESS;
  }

  /** With what was guessed, if anything was. */
  private static Flag flag(Piece piece, int channel, Recognition again) {
    String guess =
        again.phrases().isEmpty()
            ? again.flags().stream().findFirst().map(Flag::detail).orElse("")
            : again.phrases().get(0).best().display();
    return new Flag(
        "unrecognized", channel, piece.range().startMillis(), piece.range().endMillis(), guess);
  }
}
