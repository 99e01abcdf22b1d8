// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.text.JoinedPhrases;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stream of an engine that recognises whole segments: the utterance is recognised again and again
 * while it grows, and once more at its end, which alone decides what is final. At its end it is
 * heard together with the utterances before it, as in a file, where the language is known.
 */
final class RepeatedStream implements RecognitionStream {
  /**
   * Samples before the first attempt, half of them silence before speech: an attempt that finds no
   * word yet puts off the next one.
   */
  private static final int FIRST = SampleRange.RATE;

  /** Samples of new audio between two attempts. */
  private static final int LEAST = SampleRange.RATE * 7 / 10;

  /**
   * Samples that are heard at an end, together with those of utterances before it: what fits into
   * one run of an encoder that takes half a minute, so that hearing them costs no other run.
   */
  private static final int TOGETHER = SampleRange.RATE * 28;

  private final Recognizer recognizer;
  private final boolean together;
  private final boolean partials;
  private final GrowingUtterance utterance = new GrowingUtterance();
  private int tried;
  private final HalfTheTime time = new HalfTheTime();
  private final Agreement agreement = new Agreement();

  /** The last utterances, in order of time, without overlap. */
  private final List<SpeechSegment> before = new ArrayList<>();

  /** Recognises segments of some utterances, of which only phrases of the last are wanted. */
  interface Recognizer {
    List<Phrase> recognize(List<SpeechSegment> segments) throws SpeechException;
  }

  /**
   * @param together whether an utterance is recognised with those before it, at its end
   * @param partials whether it is recognised while it grows, too
   */
  RepeatedStream(Recognizer recognizer, boolean together, boolean partials) {
    this.recognizer = recognizer;
    this.together = together;
    this.partials = partials;
  }

  @Override
  public StreamResult accept(SpeechSegment chunk) throws SpeechException {
    StreamResult ended = StreamResult.NOTHING;
    if (utterance.endsBefore(chunk)) {
      ended = endUtterance();
    }
    utterance.add(chunk);
    int least = tried == 0 ? FIRST : LEAST;
    if (!partials || utterance.length() - tried < least || !time.isFree()) {
      return ended;
    }
    long began = System.nanoTime();
    tried = utterance.length();
    List<Phrase> phrases = heardAlone();
    time.worked(began);
    return partial(phrases).after(ended);
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
    agreement.reset();
  }

  private List<Phrase> heardAlone() throws SpeechException {
    boolean heard = false;
    try {
      List<Phrase> phrases = recognizer.recognize(List.of(utterance.segment()));
      heard = true;
      return phrases;
    } finally {
      if (!heard) {
        close();
      }
    }
  }

  /**
   * The phrases of the utterance, heard together with what was said before it. Where that gives
   * none, as after a loop in what was before, it is heard alone.
   */
  private List<Phrase> heardTogether() throws SpeechException {
    SpeechSegment last = afterOthers(utterance.segment());
    List<SpeechSegment> all = together ? following(last) : List.of(last);
    before.clear(); // what fails once is not heard again
    long begin = SampleRange.millis(last.start());
    List<Phrase> phrases =
        recognizer.recognize(all).stream()
            .filter(phrase -> phrase.startMilliseconds() >= begin)
            .toList();
    if (phrases.isEmpty() && all.size() > 1) {
      all = List.of(last);
      phrases = recognizer.recognize(all);
    }
    before.addAll(all);
    return phrases;
  }

  /** The utterance after those before it with which it fits into one run. */
  private List<SpeechSegment> following(SpeechSegment last) {
    List<SpeechSegment> all = new ArrayList<>(before);
    all.add(last);
    int total = all.stream().mapToInt(each -> each.samples().length).sum();
    while (total > TOGETHER && all.size() > 1) {
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

  private StreamResult partial(List<Phrase> phrases) {
    if (phrases.isEmpty()) {
      agreement.reset();
      return StreamResult.NOTHING;
    }
    Phrase all = JoinedPhrases.of(phrases);
    List<String> words = all.best().words().stream().map(Word::text).toList();
    return new StreamResult(List.of(), all, agreement.with(words));
  }

  @Override
  public void close() {
    drop();
    before.clear();
  }
}
