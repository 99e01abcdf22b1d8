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
 * @param range the speech
 * @param padded the same with some of what lies around, up to the next words
 */
record Piece(SampleRange range, SampleRange padded) {
  /** The longest that several runs make, in samples: shorter than what engines get at first. */
  private static final int LONGEST = SampleRange.RATE * 10;

  /** A pause that parts pieces, in samples. */
  private static final int PAUSE = SampleRange.RATE / 2;

  /** What is read before and after, in samples. */
  private static final int PADDING = SampleRange.RATE * 3 / 10;

  /**
   * The pieces of what is missing, in order.
   *
   * @param audio the samples that there are
   */
  static List<Piece> of(
      List<SampleRange> missing, List<Phrase> phrases, Coverage coverage, SampleRange audio) {
    List<SampleRange> words =
        phrases.stream()
            .flatMap(phrase -> phrase.best().words().stream())
            .map(coverage::covered)
            .toList();
    List<SampleRange> joined = new ArrayList<>();
    for (SampleRange next : missing) {
      SampleRange last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && belong(last, next, words)) {
        joined.set(joined.size() - 1, new SampleRange(last.start(), next.end()));
      } else {
        joined.add(next);
      }
    }
    return joined.stream().map(range -> new Piece(range, padded(range, words, audio))).toList();
  }

  private static boolean belong(SampleRange a, SampleRange b, List<SampleRange> words) {
    return b.start() - a.end() < PAUSE
        && b.end() - a.start() <= LONGEST
        && words.stream().noneMatch(word -> word.end() > a.end() && word.start() < b.start());
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
    return other.start() < range.end() && other.end() > range.start();
  }

  boolean overlaps(Timed other) {
    return other.startMilliseconds() < range.endMillis()
        && other.endMilliseconds() > range.startMillis();
  }
}
