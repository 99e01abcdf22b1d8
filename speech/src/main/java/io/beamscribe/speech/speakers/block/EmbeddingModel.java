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
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Speaker embeddings: unit vectors of 192 numbers, with a small angle between those of the same
 * voice. Thread-safe; the same samples give the same bits.
 */
final class EmbeddingModel implements AutoCloseable {
  private static final int BINS = 80;
  private static final int FRAME = 400;
  private static final int HOP = 160;

  private final OrtSession filterBank;
  private final OrtSession network;

  /**
   * @throws IOException if the folder does not hold the model
   */
  EmbeddingModel(Path folder) throws IOException {
    try {
      filterBank = OnnxRuntime.open(folder.resolve("filterbank.onnx"), false);
      network = OnnxRuntime.open(folder.resolve("embedding.onnx"), false);
    } catch (OrtException e) {
      throw new IOException("The model of voices cannot be loaded from " + folder, e);
    }
  }

  /** A voice, and the seconds it was computed from. */
  record Embedding(float @Nullable [] voice, double seconds) {
    static final Embedding NOTHING = new Embedding(null, 0);
  }

  /**
   * Embeds a voice.
   *
   * @param samples at 16 kHz in the scale of 16-bit integers
   * @param from first sample of the chunk
   * @param to after its last
   * @param clean whether a sample has that voice alone
   * @param least minimum seconds
   */
  Embedding embed(float[] samples, int from, int to, IntPredicate clean, double least)
      throws OrtException {
    int frames = (to - from - FRAME) / HOP + 1;
    if (to - from < FRAME) {
      return Embedding.NOTHING;
    }
    FloatBuffer wave = Tensors.floats(to - from);
    for (int i = from; i < to; i++) {
      wave.put(samples[i] / 32_768);
    }
    wave.flip();
    FloatBuffer features = Tensors.floats(frames * BINS);
    try (OnnxTensor input = Tensors.over(wave, to - from);
        OrtSession.Result result = OnnxRuntime.run(filterBank, Map.of("samples", input))) {
      FloatBuffer all = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] frame = new float[BINS];
      for (int i = 0; i < frames; i++) {
        all.get(frame);
        if (clean.test(from + i * HOP + FRAME / 2)) {
          features.put(frame);
        }
      }
    }
    features.flip();
    int count = features.remaining() / BINS;
    double seconds = count * (double) HOP / 16_000;
    return seconds < least
        ? new Embedding(null, seconds)
        : new Embedding(voice(features, count), seconds);
  }

  private float @Nullable [] voice(FloatBuffer features, int frames) throws OrtException {
    for (int bin = 0; bin < BINS; bin++) {
      double sum = 0;
      for (int frame = 0; frame < frames; frame++) {
        sum += features.get(frame * BINS + bin);
      }
      float mean = (float) (sum / frames);
      for (int frame = 0; frame < frames; frame++) {
        int at = frame * BINS + bin;
        features.put(at, features.get(at) - mean);
      }
    }
    long[] shape = {1, frames, BINS};
    try (OnnxTensor input = Tensors.over(features, shape);
        OrtSession.Result result = OnnxRuntime.run(network, Map.of("features", input))) {
      float[] voice = new float[Voiceprint.SIZE];
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(voice);
      return Voiceprint.unit(voice);
    }
  }

  @Override
  public void close() {
    try (filterBank;
        network) {
      // close both, whatever happens to one
    } catch (OrtException e) {
      throw new IllegalStateException("The model of voices cannot be closed", e);
    }
  }
}
