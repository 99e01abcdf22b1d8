// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.beamscribe.speech.onnx.OnnxRuntime;
import io.beamscribe.speech.onnx.Tensors;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Separates local speakers in windows of ten seconds, one every two seconds, so that each moment is
 * judged five times. Thread-safe; the same samples give the same bits.
 */
final class SegmentationModel implements AutoCloseable {
  /** From window to window: whole frames, so that windows can be aligned. */
  private static final int STEP = 118;

  /** Windows per run. */
  private static final int BATCH = 4;

  private final OrtSession session;

  /**
   * @throws IOException if the folder does not hold the model
   */
  SegmentationModel(Path folder) throws IOException {
    try {
      session = OnnxRuntime.open(folder.resolve("segmentation.onnx"), false);
    } catch (OrtException e) {
      throw new IOException("The model of local speakers cannot be loaded from " + folder, e);
    }
  }

  /**
   * Returns the windows of a block; the last is padded with silence.
   *
   * @param samples at 16 kHz in the scale of 16-bit integers
   */
  List<Window> windows(float[] samples) throws OrtException {
    int count = 1;
    while (samples.length > (count - 1) * STEP * Frames.HOP + Frames.WINDOW_SAMPLES) {
      count++;
    }
    List<Window> windows = new ArrayList<>();
    FloatBuffer waves = Tensors.floats(Math.min(BATCH, count) * Frames.WINDOW_SAMPLES);
    for (int begin = 0; begin < count; begin += BATCH) {
      int size = Math.min(BATCH, count - begin);
      waves.clear();
      for (int i = begin; i < begin + size; i++) {
        fill(waves, samples, i * STEP * Frames.HOP);
      }
      waves.flip();
      run(waves, begin, size, windows);
    }
    return windows;
  }

  private void run(FloatBuffer waves, int begin, int size, List<Window> windows)
      throws OrtException {
    long[] shape = {size, 1, Frames.WINDOW_SAMPLES};
    try (OnnxTensor input = Tensors.over(waves, shape);
        OrtSession.Result result = OnnxRuntime.run(session, Map.of("waves", input))) {
      FloatBuffer logarithms = ((OnnxTensor) result.get(0)).getFloatBuffer();
      for (int i = 0; i < size; i++) {
        float[] window = new float[Frames.WINDOW * Window.CLASSES];
        logarithms.get(window);
        windows.add(new Window((begin + i) * STEP, window));
      }
    }
  }

  private static void fill(FloatBuffer waves, float[] samples, int from) {
    for (int i = from; i < from + Frames.WINDOW_SAMPLES; i++) {
      waves.put(i < samples.length ? samples[i] / 32_768 : 0);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("The model of local speakers cannot be closed", e);
    }
  }
}
