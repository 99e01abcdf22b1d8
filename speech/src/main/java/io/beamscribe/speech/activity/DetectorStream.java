// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import static io.beamscribe.speech.activity.SpeechDetector.CONTEXT;
import static io.beamscribe.speech.activity.SpeechDetector.FULL_SCALE;
import static io.beamscribe.speech.activity.SpeechDetector.GAIN;
import static io.beamscribe.speech.activity.SpeechDetector.INPUT;
import static io.beamscribe.speech.activity.SpeechDetector.STATE;
import static io.beamscribe.speech.activity.SpeechDetector.WINDOW;

import ai.onnxruntime.OrtException;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.onnx.Tensors;
import java.nio.FloatBuffer;

/**
 * The probability of speech while samples come, window by window, as {@link
 * SpeechDetector#probabilities} has it for all samples together. Not thread-safe.
 */
public final class DetectorStream {
  private final SpeechDetector detector;
  private final FloatBuffer input = Tensors.floats(INPUT);
  private final State asIs = new State(1);
  private final State amplified = new State(GAIN);

  /** The end of the window before. */
  private final float[] context = new float[CONTEXT];

  /** What the model remembers of the samples so far, times a gain. */
  private record State(float gain, FloatBuffer h, FloatBuffer c) {
    State(float gain) {
      this(gain, Tensors.floats(STATE), Tensors.floats(STATE));
    }
  }

  /**
   * @param detector stays open while there are windows
   */
  public DetectorStream(SpeechDetector detector) {
    this.detector = detector;
  }

  /**
   * The probability of speech in the next window.
   *
   * @param window {@link SpeechDetector#WINDOW} samples, mono, 16 kHz, in the scale of 16-bit
   *     integers
   */
  public float next(float[] window) throws SpeechException {
    try {
      float probability = next(window, asIs);
      float louder = next(window, amplified);
      System.arraycopy(window, WINDOW - CONTEXT, context, 0, CONTEXT);
      return SpeechDetector.isQuiet(window, 0) ? Math.max(probability, louder) : probability;
    } catch (OrtException e) {
      throw new SpeechException(ErrorKind.INTERNAL, "The speech detector failed.", e);
    }
  }

  private float next(float[] window, State state) throws OrtException {
    input.clear();
    put(context, CONTEXT, state.gain());
    put(window, WINDOW, state.gain());
    input.flip();
    return detector.run(input, state.h(), state.c(), 1).get(0);
  }

  private void put(float[] samples, int count, float gain) {
    for (int i = 0; i < count; i++) {
      input.put(Math.max(-1, Math.min(1, samples[i] * gain / FULL_SCALE)));
    }
  }
}
