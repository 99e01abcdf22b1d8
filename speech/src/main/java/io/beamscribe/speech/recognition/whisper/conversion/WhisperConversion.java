// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.onnx.graph.OnnxGraph;
import io.beamscribe.speech.recognition.whisper.model.Precision;
import io.beamscribe.speech.recognition.whisper.model.WhisperDimensions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Converts CTranslate2's {@code model.bin} to {@code encoder.onnx} and {@code decoder.onnx}, each
 * with its {@code .data}, and {@code whisper.json}.
 */
final class WhisperConversion {
  private static final String WEIGHTS = "model.bin";
  private static final String ENCODER = "encoder.onnx";
  private static final String DECODER = "decoder.onnx";
  private static final List<String> MADE =
      List.of(ENCODER, "encoder.data", DECODER, "decoder.data", "whisper.json");

  /** GELU without approximation, in CTranslate2's list of activations. */
  private static final int GELU = 3;

  /** The head width of all models that OpenAI has published; old files do not state it. */
  private static final int USUAL_HEAD_WIDTH = 64;

  private WhisperConversion() {}

  static boolean applies(Path folder) {
    return Files.isRegularFile(folder.resolve(WEIGHTS));
  }

  static void convert(Path folder, Precision precision) throws IOException, ModelException {
    for (String name : MADE) {
      Files.deleteIfExists(folder.resolve(name)); // may be a link to a user's file
    }
    try (Ct2Model model = Ct2Model.open(folder.resolve(WEIGHTS))) {
      AlignmentHeads heads =
          AlignmentHeads.read(
              folder.resolve("config.json"), layers(model, "decoder"), heads(model, "decoder"));
      WhisperDimensions size = measure(model, precision, heads);
      try (OnnxGraph graph = new OnnxGraph(folder.resolve(ENCODER), "whisper")) {
        new EncoderGraph(graph, model, size).build();
      }
      try (OnnxGraph graph = new OnnxGraph(folder.resolve(DECODER), "whisper")) {
        new DecoderGraph(graph, model, size, heads).build();
      }
      size.write(folder);
    }
    Files.delete(folder.resolve(WEIGHTS));
  }

  private static WhisperDimensions measure(
      Ct2Model model, Precision precision, AlignmentHeads heads)
      throws IOException, ModelException {
    if (model.has("decoder/activation") && number(model, "decoder/activation") != GELU) {
      throw new ModelException("model.bin is no Whisper model: its activation is not GELU");
    }
    List<Integer> input = shape(model, "encoder/conv1/weight", 3);
    List<Integer> positions = shape(model, "encoder/position_encodings/encodings", 2);
    List<Integer> table = shape(model, "decoder/embeddings/weight", 2);
    int width = positions.get(1);
    int decoderHeads = heads(model, "decoder");
    int encoderPositions = positions.get(0);
    return new WhisperDimensions(
        WhisperDimensions.VERSION,
        precision,
        width,
        width / decoderHeads,
        layers(model, "encoder"),
        heads(model, "encoder"),
        layers(model, "decoder"),
        decoderHeads,
        2 * encoderPositions * SpectrumGraph.HOP,
        input.get(1),
        2 * encoderPositions, // the second convolution takes every other frame
        encoderPositions,
        shape(model, "decoder/position_encodings/encodings", 2).get(0),
        table.get(0),
        heads.count());
  }

  private static int layers(Ct2Model model, String part) throws ModelException {
    int layers = model.count(part + "/layer_", "/ffn/linear_0/weight");
    if (layers == 0) {
      throw new ModelException("model.bin is no Whisper model: it lacks layers");
    }
    return layers;
  }

  private static int heads(Ct2Model model, String part) throws IOException, ModelException {
    int width = shape(model, part + "/layer_norm/gamma", 1).get(0);
    String given = part + "/num_heads";
    int heads = model.has(given) ? (int) number(model, given) : width / USUAL_HEAD_WIDTH;
    if (heads < 1 || width % heads != 0) {
      throw new ModelException("model.bin is broken: its heads do not fit its width");
    }
    return heads;
  }

  private static float number(Ct2Model model, String name) throws IOException, ModelException {
    return model.variable(name).all()[0];
  }

  private static List<Integer> shape(Ct2Model model, String name, int dimensions)
      throws IOException, ModelException {
    List<Integer> shape = model.variable(name).shape();
    if (shape.size() != dimensions) {
      throw new ModelException("model.bin is no Whisper model: the shape of " + name + " is wrong");
    }
    return shape;
  }
}
