// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.HalfTheTime;
import io.beamscribe.speech.recognition.SpeechSegment;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Hears the begin of an utterance as if it had ended there. A recogniser that goes on says a word
 * only when the network has seen what follows it and a whole chunk is full, half a second later; at
 * an end it waits for nothing. One recogniser serves all streams of a model, at most half of the
 * time. Thread-safe.
 */
final class FirstWords implements AutoCloseable {
  private final NativeHandle model;
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable VoskRecognizer recognizer;
  private long fed;
  private final HalfTheTime time = new HalfTheTime();
  private boolean closed;

  FirstWords(NativeHandle model) {
    this.model = model;
  }

  /**
   * What is said in samples with which an utterance begins; empty for nothing, and while others are
   * heard.
   */
  String hear(SpeechSegment begin) throws SpeechException {
    if (!turn.tryLock()) {
      return "";
    }
    try {
      if (closed || !time.isFree()) {
        return "";
      }
      long began = System.nanoTime();
      String text = recognize(begin);
      time.worked(began);
      return text;
    } finally {
      turn.unlock();
    }
  }

  private String recognize(SpeechSegment begin) throws SpeechException {
    VoskRecognizer used = recognizer == null ? new VoskRecognizer(model, 0) : recognizer;
    recognizer = used;
    float[] samples = begin.samples().clone();
    SeededNoise.of(begin.channel()).addTo(samples, samples.length, begin.start());
    used.accept(samples, samples.length);
    String text = Utterance.text(used.finalResult());
    fed += samples.length;
    if (fed > VoskStream.LONGEST) {
      release();
    }
    return text;
  }

  private void release() {
    if (recognizer != null) {
      recognizer.close();
      recognizer = null;
      fed = 0;
      VoskLibrary.returnMemory();
    }
  }

  @Override
  public void close() {
    turn.lock();
    try {
      closed = true;
      release();
    } finally {
      turn.unlock();
    }
  }
}
