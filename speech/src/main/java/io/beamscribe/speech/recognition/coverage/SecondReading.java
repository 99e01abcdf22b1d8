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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
     * @param locale that is likely; null to identify it
     * @throws IOException where an engine cannot be had
     */
    Recognition read(SpeechSegment segment, @Nullable String locale)
        throws SpeechException, IOException;
  }

  /** Tells speech of this track from speech of another one that can be heard in it. */
  @FunctionalInterface
  public interface Leak {
    /** Whether a range of this track is far louder in another one. */
    boolean in(SampleRange range) throws SpeechException;
  }

  private final SampleRange audio;
  private final List<SampleRange> sure;
  private final Function<SampleRange, SpeechSegment> cutter;
  private final Leak leak;
  private final boolean severalLanguages;
  private final Reader reader;

  /**
   * @param audio the samples of a track that there are
   * @param sure where in them speech is sure, in order
   * @param cutter gives a part of them
   * @param leak asked for speech that has no words
   * @param severalLanguages whether a piece may be in another language than the speech around it
   * @param reader asked for each piece that has no words
   */
  public SecondReading(
      SampleRange audio,
      List<SampleRange> sure,
      Function<SampleRange, SpeechSegment> cutter,
      Leak leak,
      boolean severalLanguages,
      Reader reader) {
    this.audio = audio;
    this.sure = sure;
    this.cutter = cutter;
    this.leak = leak;
    this.severalLanguages = severalLanguages;
    this.reader = reader;
  }

  /**
   * What was recognised in segments of one track, completed. A flag of the first reading goes where
   * the second one finds words.
   */
  public Recognition complete(List<SpeechSegment> segments, Recognition first)
      throws SpeechException, IOException {
    int channel = segments.get(0).channel();
    Coverage coverage = new Coverage(sure, segments);
    Timeline timeline = new Timeline(first.phrases());
    List<Flag> flags = new ArrayList<>(first.flags());
    for (Phrase phrase : first.doubtful()) {
      if (coverage.isSpoken(phrase)) {
        timeline.add(phrase);
        flags.removeIf(flag -> flag.startMilliseconds() == phrase.startMilliseconds());
      }
    }
    for (Repeats repeats : Repeats.in(timeline.words())) {
      recount(repeats, coverage, timeline);
    }
    List<SampleRange> missing = new ArrayList<>();
    for (SampleRange range : coverage.missing(timeline.phrases())) {
      if (!leak.in(range)) {
        missing.add(range);
      }
    }
    Deque<Piece> open = new ArrayDeque<>(Piece.of(missing, timeline.phrases(), coverage, audio));
    while (!open.isEmpty()) {
      Piece piece = open.removeFirst();
      Recognition again = read(piece, timeline, coverage);
      if (KnownWords.contain(again.phrases(), piece, timeline.phrases())) {
        continue;
      }
      List<Phrase> found = sure(again, coverage);
      if (found.isEmpty() && !piece.halves().isEmpty()) {
        List<Piece> halves = piece.halves();
        open.addFirst(halves.get(1));
        open.addFirst(halves.get(0));
        continue;
      }
      timeline.add(piece.range(), found);
      boolean silent =
          coverage.surelyMissing(timeline.phrases()).stream().anyMatch(piece::overlaps);
      if (!silent) {
        flags.removeIf(piece::overlaps);
      } else if (flags.stream().noneMatch(piece::overlaps)) {
        flags.add(flag(piece, channel, again));
      }
    }
    flags.sort(OnChannel.BY_CHANNEL_THEN_TIME);
    return new Recognition(timeline.phrases(), flags);
  }

  /** Reads repeats again one by one: where that gives another count, it is right. */
  private void recount(Repeats repeats, Coverage coverage, Timeline timeline)
      throws SpeechException, IOException {
    List<SampleRange> runs = coverage.within(repeats.range());
    if (runs.isEmpty() || repeats.areShort()) {
      return;
    }
    List<Phrase> found = new ArrayList<>();
    for (Piece piece : Piece.spanning(runs, audio).parts(repeats.lengthToRead())) {
      List<Phrase> again = sure(read(piece, timeline, coverage), coverage);
      if (again.isEmpty()) {
        return;
      }
      found.addAll(again);
    }
    int count = repeats.count(Timeline.words(found));
    if (count != 0 && count != repeats.count()) {
      timeline.replace(repeats.range(), found);
    }
  }

  /** In the language of the words around it; if that gives nothing, in its own. */
  private Recognition read(Piece piece, Timeline timeline, Coverage coverage)
      throws SpeechException, IOException {
    SpeechSegment segment = cutter.apply(piece.padded());
    String around = timeline.localeAt(piece.range());
    Recognition again = reader.read(segment, around);
    return around != null && severalLanguages && sure(again, coverage).isEmpty()
        ? reader.read(segment, null)
        : again;
  }

  private static List<Phrase> sure(Recognition recognition, Coverage coverage) {
    return Stream.concat(
            recognition.phrases().stream(),
            recognition.doubtful().stream().filter(coverage::isSpoken))
        .filter(SecondReading::isSure)
        .sorted(OnChannel.BY_CHANNEL_THEN_TIME)
        .toList();
  }

  private static boolean isSure(Phrase phrase) {
    return phrase.best().confidence() >= GUESS
        && phrase.best().words().stream().allMatch(Coverage::isPlausible);
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
