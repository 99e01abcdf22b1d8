// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.text.JoinedPhrases;
import io.beamscribe.speech.transcript.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stream of an engine that recognises whole segments: the utterance is recognised again and again
 * while it grows, and once more at its end, together with the utterances before it, as in a file,
 * where the language is known. What is final is decided there, or earlier: by {@link EarlyFinals}
 * of the attempts, which are made after the same samples then, however fast these came, unless the
 * stream falls behind them.
 */
final class RepeatedStream implements RecognitionStream {
  /** Samples before the first attempt, more than half of them silence before speech. */
  private static final int FIRST = SampleRange.RATE * 9 / 10;

  /** Samples of new audio between two attempts, at least. */
  private static final int LEAST = SampleRange.RATE * 8 / 10;

  /** Samples of new audio after which it is clear whether a sentence has ended at a pause. */
  private static final int AFTER_SENTENCE = SampleRange.RATE * 5 / 10;

  /** Attempts at longer utterances take longer: this part of their samples is waited for. */
  private static final int PART = 8;

  /**
   * Samples that are heard in an attempt, together with those before: as many as an encoder of
   * short windows takes no longer for than for fewer.
   */
  private static final int ATTEMPTED = SampleRange.RATE * 7;

  /** Samples that are heard at an end where others have become final early. */
  private static final int BRIEFLY = SampleRange.RATE * 14;

  /**
   * Samples that are heard at an end where all waits for it: what fits into one run of an encoder
   * that takes half a minute, so that hearing them costs no other run.
   */
  private static final int TOGETHER = SampleRange.RATE * 28;

  /** Nanoseconds by which the stream may be late before attempts are left out. */
  private static final long LATE = 3_000_000_000L;

  /** Samples of a chunk that is not being spoken just now: nobody waits for a part of it. */
  private static final int PAST = SampleRange.RATE * 10;

  private final Recognizer recognizer;
  private final boolean together;
  private final boolean partials;
  private final boolean early;
  private final GrowingUtterance utterance = new GrowingUtterance();

  /** Samples of the utterance at the last attempt. */
  private int tried;

  /** What the last attempt has of words that are not final. */
  private List<Phrase> rest = List.of();

  /** The same of the last attempt at a pause, and the position of that. */
  private List<Phrase> atPause = List.of();

  private long pausedAt;

  /** Whether the next attempt is made sooner: after a pause where a sentence may end. */
  private boolean soon;

  private final HalfTheTime time = new HalfTheTime();
  private final EarlyFinals settled = new EarlyFinals();

  /** When the utterance began, and at which position. */
  private long beganAt;

  private long beganFrom;

  /** What was said last, in order of time, without overlap. */
  private final List<SpeechSegment> before = new ArrayList<>();

  /** Recognises segments of some utterances, of which only phrases of the last are wanted. */
  interface Recognizer {
    List<Phrase> recognize(List<SpeechSegment> segments, Effort effort) throws SpeechException;
  }

  /**
   * @param together whether an utterance is recognised with those before it
   * @param partials whether it is recognised while it grows, too
   * @param early whether words may become final then
   */
  RepeatedStream(Recognizer recognizer, boolean together, boolean partials, boolean early) {
    this.recognizer = recognizer;
    this.together = together;
    this.partials = partials;
    this.early = early;
  }

  @Override
  public StreamResult accept(SpeechSegment chunk) throws SpeechException {
    StreamResult result = add(chunk);
    if (partials && early && chunk.samples().length < PAST) {
      while (utterance.length() >= next()) {
        tried = next();
        if (isInTime() || time.isFree()) {
          result = attempt(Effort.LEAST).after(result);
        }
      }
    } else if (partials && utterance.length() >= next() && time.isFree()) {
      tried = utterance.length();
      result = attempt(Effort.LEAST).after(result);
    }
    return result;
  }

  private StreamResult add(SpeechSegment chunk) throws SpeechException {
    StreamResult ended = utterance.endsBefore(chunk) ? endUtterance() : StreamResult.NOTHING;
    if (utterance.length() == 0) {
      beganAt = System.nanoTime();
      beganFrom = chunk.start();
    }
    utterance.add(chunk);
    return ended;
  }

  @Override
  public boolean takesPauses() {
    return early;
  }

  @Override
  public StreamResult pause(SpeechSegment chunk) throws SpeechException {
    if (!early || !isInTime()) {
      return accept(chunk);
    }
    StreamResult ended = add(chunk);
    tried = utterance.length();
    StreamResult result = attempt(Effort.SHORT);
    if (result.partial() != null) {
      settled.pause(rest);
      atPause = rest;
      pausedAt = utterance.end();
      soon = settled.awaitsMore();
    }
    return result.after(ended);
  }

  private int next() {
    if (tried == 0) {
      return FIRST;
    }
    return tried + (soon ? AFTER_SENTENCE : Math.max(LEAST, tried / PART));
  }

  private boolean isInTime() {
    long spoken = (utterance.end() - beganFrom) * 1_000_000_000L / SampleRange.RATE;
    return System.nanoTime() - beganAt - spoken < LATE;
  }

  private StreamResult attempt(Effort effort) throws SpeechException {
    long began = System.nanoTime();
    boolean heard = false;
    try {
      SpeechSegment part = afterOthers(utterance.first(tried));
      List<Phrase> phrases =
          ofLast(
              recognizer.recognize(
                  following(part, effort == Effort.LEAST ? ATTEMPTED : BRIEFLY), effort),
              part);
      heard = true;
      return settled(phrases);
    } finally {
      time.worked(began);
      if (!heard) {
        close();
      }
    }
  }

  private StreamResult settled(List<Phrase> phrases) {
    int words = settled.with(phrases);
    rest = phrases;
    soon = false;
    if (!early || words == 0) {
      return partial(phrases, settled.stable());
    }
    List<Phrase> finals = PhraseParts.before(phrases, words);
    rest = PhraseParts.from(phrases, words);
    if (settled.isSentence()) {
      finals = atPause;
      endAt(pausedAt);
    } else {
      long end = finals.get(finals.size() - 1).endMilliseconds();
      endAt((end + rest.get(0).startMilliseconds()) * SampleRange.RATE / 2000);
    }
    soon = rest.isEmpty();
    int stable = settled.stable() - words;
    settled.goOn(rest);
    return partial(rest, stable).after(StreamResult.of(finals));
  }

  /** Takes what was said until a position for final. */
  private void endAt(long cut) {
    int count = (int) Math.max(1, Math.min(tried - 1, cut - utterance.start()));
    remember(following(afterOthers(utterance.first(count)), BRIEFLY));
    utterance.drop(count);
    tried -= count;
  }

  @Override
  public StreamResult endUtterance() throws SpeechException {
    try {
      return utterance.length() == 0 ? StreamResult.NOTHING : StreamResult.of(heardTogether());
    } finally {
      drop();
    }
  }

  private void drop() {
    utterance.clear();
    tried = 0;
    atPause = List.of();
    soon = false;
    settled.reset();
  }

  /**
   * The phrases of the utterance, heard together with what was said before it. Where that gives
   * none, as after a loop in what was before, it is heard alone.
   */
  private List<Phrase> heardTogether() throws SpeechException {
    SpeechSegment last = afterOthers(utterance.segment());
    List<SpeechSegment> all = following(last, early ? BRIEFLY : TOGETHER);
    if (!atPause.isEmpty() && pausedAt == last.range().end()) {
      remember(all);
      return atPause;
    }
    before.clear(); // what fails once is not heard again
    List<Phrase> phrases =
        ofLast(recognizer.recognize(all, early ? Effort.SHORT : Effort.FULL), last);
    if (phrases.isEmpty() && all.size() > 1) {
      all = List.of(last);
      phrases = recognizer.recognize(all, Effort.FULL);
    }
    remember(all);
    return phrases;
  }

  private void remember(List<SpeechSegment> segments) {
    before.clear();
    before.addAll(segments);
  }

  private static List<Phrase> ofLast(List<Phrase> phrases, SpeechSegment last) {
    long begin = SampleRange.millis(last.start());
    return phrases.stream().filter(phrase -> phrase.startMilliseconds() >= begin).toList();
  }

  /** A segment after those before it with which it is not longer than so many samples. */
  private List<SpeechSegment> following(SpeechSegment last, int most) {
    if (!together) {
      return List.of(last);
    }
    List<SpeechSegment> all = new ArrayList<>(before);
    all.add(last);
    int total = all.stream().mapToInt(each -> each.samples().length).sum();
    while (total > most && all.size() > 1) {
      total -= all.remove(0).samples().length;
    }
    return all;
  }

  /** Without samples at its begin that belong to the utterance before. */
  private SpeechSegment afterOthers(SpeechSegment last) {
    long from = before.isEmpty() ? 0 : before.get(before.size() - 1).range().end();
    if (from <= last.start() || from >= last.range().end()) {
      return last;
    }
    float[] own = last.samples();
    return new SpeechSegment(
        last.channel(), from, Arrays.copyOfRange(own, (int) (from - last.start()), own.length));
  }

  private static StreamResult partial(List<Phrase> phrases, int stable) {
    return phrases.isEmpty()
        ? StreamResult.NOTHING
        : new StreamResult(List.of(), JoinedPhrases.of(phrases), Math.max(0, stable));
  }

  @Override
  public void close() {
    drop();
    before.clear();
  }
}
