// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.streaming.EndPointing;
import io.beamscribe.speech.streaming.LiveListener;
import io.beamscribe.speech.streaming.LiveSession;
import io.beamscribe.speech.streaming.LiveTranscriber;
import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.speech.transcript.Phrase;
import java.util.ArrayList;
import java.util.List;

/** A session as this worker has it in memory, from some position of it on. Thread-safe. */
final class OpenSession implements LiveListener, AutoCloseable {
  private final long begin;
  private final LiveSession session;
  private final List<LivePhrase> found = new ArrayList<>();
  private boolean closed;

  /**
   * @param begin position of the first sample that it is given
   */
  OpenSession(long begin, LiveTranscriber transcriber, TextOptions text) throws SpeechException {
    this.begin = begin;
    this.session = transcriber.open(List.of(), EndPointing.DEFAULT, text, this);
  }

  /** Whether it can go on at a position. */
  synchronized boolean isAt(long position) {
    return !closed && begin + session.position() == position;
  }

  /** Takes a chunk; returns what was found in it. */
  synchronized List<LivePhrase> accept(AudioChunk chunk) throws SpeechException {
    float[] samples = chunk.samples();
    session.accept(samples, samples.length);
    return taken();
  }

  /** Ends it; returns what was still to be found. */
  synchronized List<LivePhrase> finish() throws SpeechException {
    session.finish();
    return taken();
  }

  /** Position from which another one can go on as well as this one. */
  synchronized long settled() {
    return begin + session.settled();
  }

  private List<LivePhrase> taken() {
    List<LivePhrase> taken = List.copyOf(found);
    found.clear();
    return taken;
  }

  @Override
  public void partial(Phrase phrase, int stableWords) {
    found.add(LivePhrase.of(phrase, false, SampleRange.millis(begin)));
  }

  @Override
  public void phrase(Phrase phrase) {
    found.removeIf(each -> !each.complete()); // it takes their place
    found.add(LivePhrase.of(phrase, true, SampleRange.millis(begin)));
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      session.close();
    }
  }
}
