// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.coverage;

import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Timed;
import java.util.ArrayList;
import java.util.List;

/**
 * Speech without words that is read again in one.
 *
 * @param runs the speech, at least one range, in order
 * @param padded the same with some of what lies around, up to the next words
 */
record MissingPiece(List<SampleRange> runs, SampleRange padded) {
  /** The longest that several runs make, in samples: about what engines get at first. */
  private static final int LONGEST = SampleRange.RATE * 20;

  /** A pause that parts pieces, in samples. */
  private static final int PAUSE = SampleRange.RATE * 3;

  /** The same where another language may follow it. */
  private static final int PAUSE_OF_LANGUAGES = SampleRange.RATE / 2;

  /** What is read before and after, in samples. */
  private static final int PADDING = SampleRange.RATE * 3 / 10;

  /**
   * The pieces of what is missing, in order. What has no words between it is read together: each
   * reading takes an engine as long as one of many seconds does.
   *
   * @param audio the samples that there are
   * @param languages whether there may be several
   */
  static List<MissingPiece> of(
      List<SampleRange> missing,
      List<Phrase> phrases,
      Coverage coverage,
      SampleRange audio,
      boolean languages) {
    int pause = languages ? PAUSE_OF_LANGUAGES : PAUSE;
    List<SampleRange> words = Phrase.words(phrases).stream().map(coverage::covered).toList();
    List<List<SampleRange>> groups = new ArrayList<>();
    for (SampleRange next : missing) {
      List<SampleRange> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
      if (!last.isEmpty()
          && belong(last, next, pause, words)
          && coverage.isQuiet(end(last), next.start())) {
        last.add(next);
      } else {
        groups.add(new ArrayList<>(List.of(next)));
      }
    }
    return groups.stream()
        .map(runs -> new MissingPiece(runs, padded(range(runs), words, audio)))
        .toList();
  }

  private static boolean belong(
      List<SampleRange> group, SampleRange next, int pause, List<SampleRange> words) {
    SampleRange last = group.get(group.size() - 1);
    return next.start() - last.end() < pause
        && next.end() - group.get(0).start() <= LONGEST
        && words.stream().noneMatch(word -> word.end() > last.end() && word.start() < next.start());
  }

  private static SampleRange range(List<SampleRange> runs) {
    return new SampleRange(runs.get(0).start(), end(runs));
  }

  private static long end(List<SampleRange> runs) {
    return runs.get(runs.size() - 1).end();
  }

  /** From the beginning of its speech to the end. */
  SampleRange range() {
    return range(runs);
  }

  /** Runs of speech with some of what lies around. */
  static MissingPiece spanning(List<SampleRange> runs, SampleRange audio) {
    return new MissingPiece(runs, padded(range(runs), List.of(), audio));
  }

  /** Itself, or parts that are cut at pauses and no longer than that wherever there is one. */
  List<MissingPiece> parts(long longest) {
    List<MissingPiece> halves = halves();
    return range().length() <= longest || halves.isEmpty()
        ? List.of(this)
        : halves.stream().flatMap(half -> half.parts(longest).stream()).toList();
  }

  /** The two sides of its longest pause; none where there is no pause. */
  List<MissingPiece> halves() {
    int longest = 0;
    for (int i = 1; i < runs.size(); i++) {
      if (longest == 0 || pause(i) > pause(longest)) {
        longest = i;
      }
    }
    if (longest == 0) {
      return List.of();
    }
    long middle = (runs.get(longest - 1).end() + runs.get(longest).start()) / 2;
    return List.of(
        new MissingPiece(runs.subList(0, longest), new SampleRange(padded.start(), middle)),
        new MissingPiece(
            runs.subList(longest, runs.size()), new SampleRange(middle, padded.end())));
  }

  private long pause(int run) {
    return runs.get(run).start() - runs.get(run - 1).end();
  }

  private static SampleRange padded(SampleRange range, List<SampleRange> words, SampleRange audio) {
    long from = Math.max(audio.start(), range.start() - PADDING);
    long to = Math.min(audio.end(), range.end() + PADDING);
    for (SampleRange word : words) {
      if (word.end() <= range.start()) {
        from = Math.max(from, word.end());
      }
      if (word.start() >= range.end()) {
        to = Math.min(to, word.start());
      }
    }
    return new SampleRange(from, Math.max(to, range.end()));
  }

  boolean overlaps(SampleRange other) {
    return other.start() < range().end() && other.end() > range().start();
  }

  boolean overlaps(Timed other) {
    return other.startMilliseconds() < range().endMillis()
        && other.endMilliseconds() > range().startMillis();
  }
}
