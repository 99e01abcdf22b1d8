// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** An untrained Whisper model: as small as possible, with all sizes different. */
final class TinyWhisper {
  static final int WIDTH = 12;
  static final int HEADS = 3;
  static final int ENCODER_LAYERS = 2;
  static final int DECODER_LAYERS = 3;
  static final int MEL_BINS = 128;
  static final int POSITIONS = 5;
  static final int CONTEXT = 7;
  static final int VOCABULARY = 19;
  static final int SAMPLES = 2 * POSITIONS * 160;

  private final Random random = new Random(1);
  private final Ct2Writer out = new Ct2Writer();

  private TinyWhisper() {}

  /** Its model file, for tests to change. */
  static Ct2Writer weights() {
    TinyWhisper tiny = new TinyWhisper();
    tiny.encoder();
    tiny.decoder();
    return tiny.out;
  }

  /** A folder as it is published. */
  static Path folder(Path folder, byte[] weights) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("config.json"), "{\"alignment_heads\": [[1, 2], [2, 0]]}");
    Files.writeString(folder.resolve("vocabulary.json"), "[]");
    Files.write(folder.resolve("model.bin"), weights);
    return folder;
  }

  private void encoder() {
    numbers("encoder/conv1/weight", WIDTH, MEL_BINS, 3);
    numbers("encoder/conv1/bias", WIDTH);
    numbers("encoder/conv2/weight", WIDTH, WIDTH, 3);
    numbers("encoder/conv2/bias", WIDTH);
    numbers("encoder/position_encodings/encodings", POSITIONS, WIDTH);
    norm("encoder/layer_norm");
    out.shorts("encoder/num_heads", new int[0], 2, HEADS);
    for (int layer = 0; layer < ENCODER_LAYERS; layer++) {
      self("encoder/layer_" + layer);
    }
  }

  private void decoder() {
    numbers("decoder/embeddings/weight", VOCABULARY, WIDTH);
    out.alias("decoder/projection/weight", "decoder/embeddings/weight");
    numbers("decoder/position_encodings/encodings", CONTEXT, WIDTH);
    norm("decoder/layer_norm");
    out.shorts("decoder/num_heads", new int[0], 2, HEADS);
    out.bytes("decoder/activation", new int[0], 3);
    for (int layer = 0; layer < DECODER_LAYERS; layer++) {
      String name = "decoder/layer_" + layer;
      self(name);
      norm(name + "/attention/layer_norm");
      linear(name + "/attention/linear_0", WIDTH, WIDTH);
      linear(name + "/attention/linear_1", 2 * WIDTH, WIDTH);
      linear(name + "/attention/linear_2", WIDTH, WIDTH);
    }
  }

  private void self(String layer) {
    norm(layer + "/self_attention/layer_norm");
    linear(layer + "/self_attention/linear_0", 3 * WIDTH, WIDTH);
    linear(layer + "/self_attention/linear_1", WIDTH, WIDTH);
    norm(layer + "/ffn/layer_norm");
    linear(layer + "/ffn/linear_0", 4 * WIDTH, WIDTH);
    linear(layer + "/ffn/linear_1", WIDTH, 4 * WIDTH);
  }

  private void norm(String name) {
    numbers(name + "/gamma", WIDTH);
    numbers(name + "/beta", WIDTH);
  }

  private void linear(String name, int outputs, int inputs) {
    numbers(name + "/weight", outputs, inputs);
    numbers(name + "/bias", outputs);
  }

  private void numbers(String name, int... shape) {
    int count = 1;
    for (int dimension : shape) {
      count *= dimension;
    }
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian() / 2;
    }
    out.floats(name, shape, values);
  }
}
