// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import static io.beamscribe.speech.activity.ActivityOptions.samples;
import static io.beamscribe.speech.activity.SpeechDetector.WINDOW;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.activity.ActivityOptions;
import io.beamscribe.speech.activity.DetectorStream;
import io.beamscribe.speech.activity.SpeechDetector;
import io.beamscribe.speech.recognition.RecognitionStream;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.StreamResult;
import java.util.Arrays;

/**
 * Finds utterances in samples that come, and has them recognised while they are spoken. What is
 * final depends on the samples alone, not on how they were divided or how fast they came. Not
 * thread-safe, and without threads of its own.
 */
public final class LiveSession implements AutoCloseable {
  /** So much speech begins an utterance: less is a click. Counted in windows. */
  private static final int ONSET = 2;

  private final DetectorStream detector;
  private final ActivityOptions activity;
  private final EndPointing ends;
  private final RecognitionStream recognizer;
  private final LiveListener listener;
  private final int channel;

  private final float[] window = new float[WINDOW];
  private int filled;

  /** Samples before speech that are recognised with it. */
  private final float[] padding;

  /** Position after the last window that was taken. */
  private long position;

  /** Windows in a row that may be the begin of an utterance. */
  private int likely;

  /** Speech that the recogniser has not been given: it takes one long chunk, not many windows. */
  private float[] gathered = new float[WINDOW * 4];

  private int gatheredCount;
  private long gatheredStart;

  private Runnable onClose = () -> {};
  private boolean speaking;
  private boolean spoken;
  private boolean silenceReported;
  private long began;

  /** End of the last window with speech. */
  private long lastSpeech;

  /**
   * @param detector stays open while the session lasts
   * @param activity what counts as speech for the engine
   * @param recognizer is closed with the session
   * @param channel of the phrases
   */
  public LiveSession(
      SpeechDetector detector,
      ActivityOptions activity,
      EndPointing ends,
      RecognitionStream recognizer,
      int channel,
      LiveListener listener) {
    this.detector = new DetectorStream(detector);
    this.activity = activity;
    this.ends = ends;
    this.recognizer = recognizer;
    this.channel = channel;
    this.listener = listener;
    int windows = (samples(activity.padding()) + WINDOW - 1) / WINDOW;
    this.padding = new float[(windows + ONSET) * WINDOW];
  }

  /**
   * Takes the next samples.
   *
   * @param samples mono, 16 kHz, in the scale of 16-bit integers
   * @throws SpeechException if the engine fails on an utterance; the session may go on
   */
  public void accept(float[] samples, int count) throws SpeechException {
    for (int at = 0; at < count; ) {
      int part = Math.min(WINDOW - filled, count - at);
      System.arraycopy(samples, at, window, filled, part);
      filled += part;
      at += part;
      if (filled == WINDOW) {
        filled = 0;
        position += WINDOW;
        take();
      }
    }
    give();
  }

  /** Position of the next sample. */
  public long position() {
    return position + filled;
  }

  /** Ends the input: what was said becomes final. */
  public void finish() throws SpeechException {
    if (filled > 0) {
      int rest = filled;
      Arrays.fill(window, rest, WINDOW, 0);
      filled = 0;
      position += WINDOW;
      take();
      position += rest - WINDOW;
    }
    endUtterance();
  }

  /** Ends the utterance that is being spoken, if any. */
  public void endUtterance() throws SpeechException {
    if (speaking) {
      speaking = false;
      likely = 0;
      try {
        give();
        report(recognizer.endUtterance());
      } finally {
        Arrays.fill(padding, 0);
        listener.speechEnded(Math.min(lastSpeech, position()));
      }
    }
  }

  private void take() throws SpeechException {
    float probability = detector.next(window);
    if (speaking) {
      speech(probability);
    } else {
      silence(probability);
    }
  }

  private void silence(float probability) throws SpeechException {
    System.arraycopy(padding, WINDOW, padding, 0, padding.length - WINDOW);
    System.arraycopy(window, 0, padding, padding.length - WINDOW, WINDOW);
    likely = probability >= activity.onset() ? likely + 1 : 0;
    if (likely >= ONSET) {
      speaking = true;
      spoken = true;
      lastSpeech = position;
      int known = (int) Math.min(padding.length, position);
      began = position - known;
      listener.speechStarted(position - (long) ONSET * WINDOW);
      gatheredStart = began;
      gather(padding, padding.length - known, known);
    } else if (!spoken
        && !silenceReported
        && !ends.initialSilence().isZero()
        && position >= samples(ends.initialSilence())) {
      silenceReported = true;
      listener.initialSilence(position);
    }
  }

  private void speech(float probability) throws SpeechException {
    if (probability >= activity.offset()) {
      lastSpeech = position;
    }
    gather(window, 0, WINDOW);
    if (position - lastSpeech >= samples(ends.silence())
        || position - began >= samples(ends.longest())) {
      endUtterance();
    }
  }

  private void gather(float[] samples, int from, int count) {
    if (gatheredCount + count > gathered.length) {
      gathered = Arrays.copyOf(gathered, 2 * (gatheredCount + count));
    }
    System.arraycopy(samples, from, gathered, gatheredCount, count);
    gatheredCount += count;
  }

  private void give() throws SpeechException {
    if (gatheredCount > 0) {
      float[] samples = Arrays.copyOf(gathered, gatheredCount);
      long start = gatheredStart;
      gatheredStart += gatheredCount;
      gatheredCount = 0;
      report(recognizer.accept(new SpeechSegment(channel, start, samples)));
    }
  }

  private void report(StreamResult result) {
    result.finals().forEach(listener::phrase);
    if (result.partial() != null) {
      listener.partial(result.partial(), result.stableWords());
    }
  }

  /** Has something else closed with the session; returns this. */
  public LiveSession onClose(Runnable also) {
    onClose = also;
    return this;
  }

  @Override
  public void close() {
    recognizer.close();
    onClose.run();
    onClose = () -> {};
  }
}
