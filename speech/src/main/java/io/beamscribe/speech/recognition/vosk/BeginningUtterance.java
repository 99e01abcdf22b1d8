// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.recognition.GrowingUtterance;
import io.beamscribe.speech.recognition.SpeechSegment;

/** Says what an utterance begins with until its recogniser says a word. Not thread-safe. */
final class BeginningUtterance {
  /** With less, no word can have ended: half of it are samples before speech. */
  private static final int LEAST = SampleRange.RATE * 6 / 10;

  /** Between two attempts, of which the one before found a word. */
  private static final int APART = SampleRange.RATE / 5;

  /** After that much it is no longer the begin. */
  private static final int MOST = 2 * SampleRange.RATE;

  private final FirstWords words;
  private final GrowingUtterance samples = new GrowingUtterance();
  private int heard;
  private boolean over;

  BeginningUtterance(FirstWords words) {
    this.words = words;
  }

  /** Takes what follows. */
  void add(SpeechSegment chunk) {
    if (!over) {
      samples.add(chunk);
      over = samples.length() > MOST;
    }
  }

  /** The words so far; empty for none, or none that are new. */
  String text() throws SpeechException {
    if (over || samples.length() < LEAST || (heard > 0 && samples.length() - heard < APART)) {
      return "";
    }
    String text = words.hear(samples.segment());
    if (!text.isEmpty()) {
      heard = samples.length();
    }
    return text;
  }

  /** The recogniser has found words: no more is to be said here. */
  void end() {
    over = true;
  }

  /** Begins anew. */
  void clear() {
    samples.clear();
    heard = 0;
    over = false;
  }
}
