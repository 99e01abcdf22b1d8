// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.text.JoinedPhrases;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Word;
import java.util.Arrays;
import java.util.List;

/**
 * A stream of an engine that recognises whole segments: the utterance is recognised again and again
 * while it grows, and once more at its end, which alone decides what is final.
 */
final class RepeatedStream implements RecognitionStream {
  /** Samples of new audio before the first attempt and between two. */
  private static final int LEAST = SampleRange.RATE * 7 / 10;

  /** Of the time, one attempt in so many parts: partial results take at most half of a thread. */
  private static final int SHARE = 2;

  private final Recognizer recognizer;
  private float[] samples = new float[4 * SampleRange.RATE];
  private int length;
  private int tried;
  private int channel;
  private long start;
  private long busyUntil;
  private final Agreement agreement = new Agreement();

  /** Recognises a whole segment. */
  interface Recognizer {
    List<Phrase> recognize(SpeechSegment segment) throws SpeechException;
  }

  RepeatedStream(Recognizer recognizer) {
    this.recognizer = recognizer;
  }

  @Override
  public StreamResult accept(SpeechSegment chunk) throws SpeechException {
    StreamResult ended = StreamResult.NOTHING;
    if (length > 0 && chunk.start() != start + length) {
      ended = endUtterance();
    }
    if (length == 0) {
      start = chunk.start();
      channel = chunk.channel();
    }
    append(chunk.samples());
    long now = System.nanoTime();
    if (length - tried < LEAST || now < busyUntil) {
      return ended;
    }
    tried = length;
    List<Phrase> phrases = recognize();
    long end = System.nanoTime();
    busyUntil = end + (SHARE - 1) * (end - now);
    return partial(phrases).after(ended);
  }

  @Override
  public StreamResult endUtterance() throws SpeechException {
    try {
      return length == 0 ? StreamResult.NOTHING : StreamResult.of(recognize());
    } finally {
      length = 0;
      tried = 0;
      agreement.reset();
    }
  }

  private List<Phrase> recognize() throws SpeechException {
    SpeechSegment all = new SpeechSegment(channel, start, Arrays.copyOf(samples, length));
    return recognizer.recognize(all);
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

  private void append(float[] more) {
    if (length + more.length > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(2 * samples.length, length + more.length));
    }
    System.arraycopy(more, 0, samples, length, more.length);
    length += more.length;
  }

  @Override
  public void close() {
    length = 0;
  }
}
