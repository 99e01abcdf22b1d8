// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.coverage;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.OnChannel;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Word;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Recognises again, alone, the speech for which an engine gave no words, and flags what stays
 * without any ({@code unrecognized}). A search may end a window early or give up on all of it; the
 * same speech in another cut is usually recognised. Not thread-safe.
 */
public final class SecondReading {
  /** Confidence of a phrase below which it is a guess. */
  private static final double GUESS = 0.4;

  /** Share of a second reading that has to be known for its piece to hold misplaced words. */
  private static final double MOST = 0.5;

  /** Words of which one may be too long to be real: it may last over a pause. */
  private static final int WORDS_FOR_ODD_ONE = 5;

  private final TrackReader reader;
  private final int channel;
  private final Coverage coverage;
  private final Recognition first;
  private final TrackPhrases track;
  private final List<Flag> flags;

  private SecondReading(TrackReader reader, List<SpeechSegment> segments, Recognition first) {
    this.reader = reader;
    this.channel = segments.get(0).channel();
    this.coverage = new Coverage(reader.sure(), segments);
    this.first = first;
    this.track = new TrackPhrases(first.phrases());
    this.flags = new ArrayList<>(first.flags());
  }

  /**
   * What was recognised in segments of one track, completed. A flag of the first reading goes where
   * the second one finds words.
   *
   * @param segments at least one
   * @throws IOException where an engine cannot be had
   */
  public static Recognition complete(
      TrackReader reader, List<SpeechSegment> segments, Recognition first)
      throws SpeechException, IOException {
    return new SecondReading(reader, segments, first).complete();
  }

  private Recognition complete() throws SpeechException, IOException {
    keepWhatIsSpoken();
    for (Repeats repeats : Repeats.in(track.words())) {
      recount(repeats);
    }
    Deque<MissingPiece> open = new ArrayDeque<>(pieces(missing(range -> true)));
    while (!open.isEmpty()) {
      MissingPiece piece = open.removeFirst();
      List<MissingPiece> halves = fill(piece);
      for (int i = halves.size() - 1; i >= 0; i--) {
        open.addFirst(halves.get(i));
      }
    }
    flags.sort(OnChannel.BY_CHANNEL_THEN_TIME);
    return new Recognition(track.phrases(), flags);
  }

  /** Of the phrases that the engine doubts. */
  private void keepWhatIsSpoken() {
    for (Phrase phrase : first.doubtful()) {
      if (coverage.isSpoken(phrase)) {
        track.add(phrase);
        flags.removeIf(flag -> flag.startMilliseconds() == phrase.startMilliseconds());
      }
    }
  }

  /** Reads repeats again one by one: where that gives another count, it is right. */
  private void recount(Repeats repeats) throws SpeechException, IOException {
    List<SampleRange> runs = coverage.within(repeats.range());
    if (runs.isEmpty() || repeats.areShort()) {
      return;
    }
    List<Phrase> found = new ArrayList<>();
    MissingPiece whole = MissingPiece.spanning(runs, reader.audio());
    for (MissingPiece piece : whole.parts(repeats.lengthToRead())) {
      List<Phrase> again = sure(read(piece));
      if (again.isEmpty()) {
        return;
      }
      found.addAll(again);
    }
    int count = repeats.count(Phrase.words(found));
    if (count != 0 && count != repeats.count()) {
      track.replace(repeats.range(), found);
    }
  }

  /** Of some ranges what has no words, and does not leak from another channel. */
  private List<SampleRange> missing(Predicate<SampleRange> some) throws SpeechException {
    List<SampleRange> missing = new ArrayList<>();
    for (SampleRange range : coverage.missing(track.phrases())) {
      if (some.test(range) && !reader.leak().in(range)) {
        missing.add(range);
      }
    }
    return missing;
  }

  /**
   * Reads a piece and writes or flags it; returns its halves where these are to be read instead.
   */
  private List<MissingPiece> fill(MissingPiece piece) throws SpeechException, IOException {
    Recognition again = read(piece);
    double known = KnownWords.share(again.phrases(), piece, track.phrases());
    if (known >= MOST) {
      return known < 1 ? piece.halves() : List.of();
    }
    List<Phrase> found = sure(again);
    List<MissingPiece> halves = found.isEmpty() ? piece.halves() : List.of();
    if (!halves.isEmpty()) {
      return halves;
    }
    track.add(piece.range(), found);
    List<MissingPiece> left = left(piece);
    if (!left.isEmpty()) {
      return left;
    }
    flagWhatIsSilent(piece, found.isEmpty() ? again : Recognition.NOTHING);
    return List.of();
  }

  /** The piece if nothing was found in it, else what of it still has no words. */
  private void flagWhatIsSilent(MissingPiece piece, Recognition guess) {
    List<SampleRange> silent =
        coverage.surelyMissing(track.phrases()).stream().filter(piece::overlaps).toList();
    if (silent.isEmpty()) {
      flags.removeIf(piece::overlaps);
    } else if (flags.stream().noneMatch(piece::overlaps)) {
      List<SampleRange> ranges =
          guess.equals(Recognition.NOTHING) ? silent : List.of(piece.range());
      ranges.forEach(range -> flags.add(flag(range, guess)));
    }
  }

  /** What of several runs was left out again, if it is less than before. */
  private List<MissingPiece> left(MissingPiece piece) throws SpeechException {
    if (piece.runs().size() == 1) {
      return List.of();
    }
    List<SampleRange> left = missing(piece::overlaps);
    return Coverage.length(left) < Coverage.length(piece.runs()) ? pieces(left) : List.of();
  }

  private List<MissingPiece> pieces(List<SampleRange> missing) {
    return MissingPiece.of(
        missing, track.phrases(), coverage, reader.audio(), reader.severalLanguages());
  }

  /** In the language of the words around it; if that gives nothing, in its own. */
  private Recognition read(MissingPiece piece) throws SpeechException, IOException {
    String around = track.localeAt(piece.range());
    return reader.read(piece.padded(), around, again -> !sure(again).isEmpty());
  }

  private List<Phrase> sure(Recognition recognition) {
    return Stream.concat(
            recognition.phrases().stream(),
            recognition.doubtful().stream().filter(coverage::isSpoken))
        .filter(SecondReading::isSure)
        .sorted(OnChannel.BY_CHANNEL_THEN_TIME)
        .toList();
  }

  private static boolean isSure(Phrase phrase) {
    List<Word> words = phrase.best().words();
    long odd = words.stream().filter(word -> !Coverage.isPlausible(word)).count();
    return phrase.best().confidence() >= GUESS && WORDS_FOR_ODD_ONE * odd <= words.size();
  }

  /** With what was guessed, if anything was. */
  private Flag flag(SampleRange range, Recognition again) {
    String guess =
        again.phrases().isEmpty()
            ? again.flags().stream().findFirst().map(Flag::detail).orElse("")
            : again.phrases().get(0).best().display();
    return new Flag("unrecognized", channel, range.startMillis(), range.endMillis(), guess);
  }
}
