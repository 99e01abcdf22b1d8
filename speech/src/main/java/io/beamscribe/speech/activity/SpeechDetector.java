// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.onnx.OnnxRuntime;
import io.beamscribe.speech.onnx.Tensors;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * The probability of speech at each moment: Silero VAD in a form for whole sequences, which gives
 * the same results as the form for single windows in a fraction of the time.
 *
 * <p>Thread-safe and without state between calls. Each call works through its samples in steps of
 * {@link #STEP} windows counted from the first sample, so it needs the same memory for any length
 * and the same samples give the same bits.
 */
public final class SpeechDetector implements AutoCloseable {
  /** Samples of a window, 32 ms: there is one probability for each. */
  public static final int WINDOW = 512;

  /** The file of the model inside its folder. */
  static final String FILE = "detector.onnx";

  /** Windows of one run of the model: 10 s. */
  static final int STEP = 312;

  /** 20 dB. */
  static final float GAIN = 10;

  /** Samples before each window that the model sees with it. */
  static final int CONTEXT = 64;

  static final int INPUT = CONTEXT + WINDOW;
  static final int STATE = 128;
  private static final long[] STATE_SHAPE = {1, 1, STATE};
  static final float FULL_SCALE = 32_768;

  private final OrtSession session;

  /**
   * Loads the model.
   *
   * @param model the model file, or the folder that holds it as {@value #FILE}
   * @throws IOException if there is no such file, or it is not this model
   */
  public SpeechDetector(Path model) throws IOException {
    Path file = Files.isDirectory(model) ? model.resolve(FILE) : model;
    try {
      session = OnnxRuntime.open(file, false);
    } catch (OrtException e) {
      throw new IOException("The speech detector cannot be loaded from " + file + ".", e);
    }
    if (!session.getInputNames().containsAll(Set.of("input", "h", "c"))) {
      close();
      throw new IOException(file + " is not the model of the speech detector (" + FILE + ").");
    }
  }

  /**
   * The probability of speech in each window of {@link #WINDOW} samples; the last window is filled
   * up with silence. The model runs twice, on the samples as they are and 20 dB louder, and the
   * higher probability counts where that does not clip: below -50 dBFS the model hardly detects
   * speech, while noise stays noise at any level.
   *
   * @param samples mono, 16 kHz, in the scale of 16-bit integers
   */
  public float[] probabilities(float[] samples) throws SpeechException {
    float[] probabilities = probabilities(samples, 1);
    float[] amplified = probabilities(samples, GAIN);
    for (int i = 0; i < probabilities.length; i++) {
      if (isQuiet(samples, i * WINDOW)) {
        probabilities[i] = Math.max(probabilities[i], amplified[i]);
      }
    }
    return probabilities;
  }

  /** Runs the model on the samples times {@code gain}, clipped at full scale. */
  float[] probabilities(float[] samples, float gain) throws SpeechException {
    int windows = (samples.length + WINDOW - 1) / WINDOW;
    float[] probabilities = new float[windows];
    FloatBuffer input = Tensors.floats(Math.min(windows, STEP) * INPUT);
    FloatBuffer h = Tensors.floats(STATE);
    FloatBuffer c = Tensors.floats(STATE);
    try {
      for (int first = 0; first < windows; first += STEP) {
        int count = Math.min(STEP, windows - first);
        fill(input, samples, gain / FULL_SCALE, first, count);
        run(input, h, c, count).get(probabilities, first, count);
      }
    } catch (OrtException e) {
      throw new SpeechException(ErrorKind.INTERNAL, "The speech detector failed.", e);
    }
    return probabilities;
  }

  /** Runs the model, and leaves in {@code h} and {@code c} the state for the next run. */
  FloatBuffer run(FloatBuffer input, FloatBuffer h, FloatBuffer c, int windows)
      throws OrtException {
    long[] shape = {windows, INPUT};
    try (OnnxTensor inputTensor = Tensors.over(input, shape);
        OnnxTensor hTensor = Tensors.over(h, STATE_SHAPE);
        OnnxTensor cTensor = Tensors.over(c, STATE_SHAPE);
        OrtSession.Result result =
            OnnxRuntime.run(session, Map.of("input", inputTensor, "h", hTensor, "c", cTensor))) {
      h.clear().put(((OnnxTensor) result.get("hn").orElseThrow()).getFloatBuffer()).flip();
      c.clear().put(((OnnxTensor) result.get("cn").orElseThrow()).getFloatBuffer()).flip();
      return ((OnnxTensor) result.get("speech_probs").orElseThrow()).getFloatBuffer();
    }
  }

  private static void fill(FloatBuffer input, float[] samples, float factor, int first, int count) {
    input.clear();
    for (int window = first; window < first + count; window++) {
      int from = window * WINDOW - CONTEXT;
      for (int i = from; i < from + INPUT; i++) {
        float sample = i >= 0 && i < samples.length ? samples[i] * factor : 0;
        input.put(Math.max(-1, Math.min(1, sample)));
      }
    }
    input.flip();
  }

  /** Whether a window can be amplified without clipping. */
  static boolean isQuiet(float[] samples, int start) {
    float peak = 0;
    int end = Math.min(start + WINDOW, samples.length);
    for (int i = start; i < end; i++) {
      peak = Math.max(peak, Math.abs(samples[i]));
    }
    return peak * GAIN < FULL_SCALE;
  }

  /** Frees the memory of the model. All calls must have ended. */
  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("The speech detector cannot be closed.", e);
    }
  }
}
