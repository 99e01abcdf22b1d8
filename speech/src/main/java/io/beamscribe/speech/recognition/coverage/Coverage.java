// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.coverage;

import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Timed;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Compares recognised words with the runs in which speech detection is sure of speech. A word
 * covers one run: engines that take its end from the beginning of the next word let it last over
 * pauses, and over words that they left out. Immutable.
 */
final class Coverage {
  /** The shortest speech that counts as missing, in samples: a short "yes" takes 0.25 s. */
  static final int LEAST = SampleRange.RATE / 4;

  /** By how much the time of a word may be off, in samples. */
  private static final int BLUR = SampleRange.RATE * 15 / 100;

  /** How long any word may be, in samples. */
  private static final int LONGEST_WORD = SampleRange.RATE * 3 / 2;

  /** The least and the most time that a letter takes, in samples: 60 and 120 ms. */
  private static final int SHORT_LETTER = SampleRange.RATE * 6 / 100;

  private static final int LONG_LETTER = SampleRange.RATE * 12 / 100;

  /** What is enough speech for a word of any length, in samples. */
  private static final int ENOUGH = SampleRange.RATE / 2;

  /** What a word may last beyond its letters, in samples. */
  private static final int DRAWL = SampleRange.RATE * 3 / 10;

  private final List<SampleRange> sure = new ArrayList<>();

  /**
   * @param runs of sure speech, in order
   * @param segments that were recognised: speech outside of them does not count
   */
  Coverage(List<SampleRange> runs, List<SpeechSegment> segments) {
    for (SpeechSegment segment : segments) {
      sure.addAll(within(segment.range(), runs));
    }
  }

  /** The runs of sure speech, or parts of them, that lie within a range. */
  List<SampleRange> within(SampleRange range) {
    return within(range, sure);
  }

  private static List<SampleRange> within(SampleRange range, List<SampleRange> runs) {
    List<SampleRange> within = new ArrayList<>();
    for (SampleRange run : runs) {
      long from = Math.max(run.start(), range.start());
      long to = Math.min(run.end(), range.end());
      if (from < to) {
        within.add(new SampleRange(from, to));
      }
    }
    return within;
  }

  /** The speech that has no word, in order; each range at least {@link #LEAST} long. */
  List<SampleRange> missing(List<Phrase> phrases) {
    return missing(phrases, this::covered);
  }

  /**
   * The same with words that may last over pauses, as long as people can draw them out: what is
   * missing even then, no word accounts for.
   */
  List<SampleRange> surelyMissing(List<Phrase> phrases) {
    return missing(phrases, this::drawnOut);
  }

  private List<SampleRange> missing(List<Phrase> phrases, Function<Word, SampleRange> covered) {
    List<SampleRange> words =
        Phrase.words(phrases).stream()
            .map(covered)
            .sorted(Comparator.comparingLong(SampleRange::start))
            .toList();
    List<SampleRange> missing = new ArrayList<>();
    for (SampleRange run : sure) {
      long from = run.start();
      for (SampleRange word : words) {
        if (word.end() + BLUR > from && word.start() - BLUR < run.end()) {
          add(missing, from, Math.min(run.end(), word.start() - BLUR));
          from = Math.max(from, word.end() + BLUR);
        }
      }
      add(missing, from, run.end());
    }
    return missing;
  }

  /** Whether somebody speaks for most of the time of a phrase. */
  boolean isSpoken(Phrase phrase) {
    SampleRange range = samples(phrase);
    return 2 * length(within(range)) > range.length();
  }

  /** Whether there is nothing between two samples that would count as missing. */
  boolean isQuiet(long from, long to) {
    return within(new SampleRange(from, to)).stream().allMatch(run -> run.length() < LEAST);
  }

  /** Of all ranges together, in samples. */
  static long length(List<SampleRange> ranges) {
    return ranges.stream().mapToLong(SampleRange::length).sum();
  }

  /** Whether a word can be as long as it is. */
  static boolean isPlausible(Word word) {
    return samples(word).length() <= longest(word);
  }

  private static long longest(Word word) {
    return Math.max(LONGEST_WORD, DRAWL + (long) LONG_LETTER * word.text().length());
  }

  private static void add(List<SampleRange> missing, long from, long to) {
    if (to - from >= LEAST) {
      missing.add(new SampleRange(from, to));
    }
  }

  /**
   * The part of a run in which a word is said: of the first that has time for it, or else of the
   * one that has most. What a word touches of the run before may be the end of another word.
   */
  SampleRange covered(Word word) {
    SampleRange whole = samples(word);
    long latest = Math.min(whole.end(), whole.start() + longest(word));
    long needed = Math.min(ENOUGH, (long) SHORT_LETTER * word.text().length());
    SampleRange best = new SampleRange(whole.start(), whole.start());
    for (SampleRange run : sure) {
      long from = Math.max(run.start(), whole.start());
      long to = Math.min(run.end(), latest);
      if (to - from > best.length()) {
        best = new SampleRange(from, to);
      }
      if (best.length() >= needed) {
        break;
      }
    }
    return best;
  }

  private SampleRange drawnOut(Word word) {
    SampleRange whole = samples(word);
    long longest = DRAWL + (long) LONG_LETTER * word.text().length();
    long end = Math.min(whole.end(), whole.start() + longest);
    return new SampleRange(whole.start(), Math.max(covered(word).end(), end));
  }

  private static SampleRange samples(Timed timed) {
    return SampleRange.ofMillis(timed.startMilliseconds(), timed.endMilliseconds());
  }
}
