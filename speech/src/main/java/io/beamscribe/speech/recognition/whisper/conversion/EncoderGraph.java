// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.onnx.graph.ElementType;
import io.beamscribe.speech.onnx.graph.OnnxGraph;
import io.beamscribe.speech.onnx.graph.OnnxNode;
import io.beamscribe.speech.recognition.whisper.model.WhisperDimensions;
import java.io.IOException;
import java.util.Arrays;

/**
 * The encoder: from samples to what the decoder attends to.
 *
 * <pre> in audio [samples] between -1 and 1 out cross_... of decoder layer L as {@link
 * CrossAttention} has it mel [1, melBins, frames] the spectrum of its input </pre>
 *
 * Keys and values of the decoder are computed here, as they stay the same for all of its steps.
 */
final class EncoderGraph {
  private final OnnxGraph graph;
  private final Layers layers;
  private final WhisperDimensions size;
  private final SelfAttention attention;
  private final CrossAttention cross;

  EncoderGraph(OnnxGraph graph, Ct2Model model, WhisperDimensions size) {
    this.graph = graph;
    this.layers = new Layers(graph, model, Arithmetic.linear(graph, size));
    this.size = size;
    this.attention = Arithmetic.selfAttention(graph, size);
    this.cross = Arithmetic.crossAttention(graph, size);
  }

  void build() throws IOException, ModelException {
    String audio = graph.input("audio", ElementType.FLOAT, size.samples());
    String mel = new SpectrumGraph(graph).mel(audio, size.frames(), size.melBins());
    String x = convolution(mel, "encoder/conv1", 1);
    x = convolution(x, "encoder/conv2", 2);
    x = graph.node("Transpose", x).withAll("perm", 0, 2, 1).out();
    x = layers.sum(x, layers.stored("encoder/position_encodings/encodings"));
    x = graph.node("Reshape", x, graph.whole(-1, size.width())).out();
    Layers.Sum sum =
        new Layers.Sum(x, layers.norm(x, Layers.norm("encoder", 0, size.encoderLayers())));
    for (int layer = 0; layer < size.encoderLayers(); layer++) {
      sum = layer(sum, layer);
    }
    for (int layer = 0; layer < size.decoderLayers(); layer++) {
      forDecoder(sum.normal(), layer);
    }
    graph.output("mel", ElementType.FLOAT, 1, size.melBins(), size.frames());
    graph.write();
  }

  private String convolution(String x, String name, int stride) throws IOException, ModelException {
    String weights = layers.stored(name + "/weight");
    OnnxNode node = graph.node("Conv", x, weights, layers.stored(name + "/bias"));
    node.withAll("pads", 1, 1).withAll("kernel_shape", 3).withAll("strides", stride);
    return graph.node("Gelu", node.out()).out();
  }

  private Layers.Sum layer(Layers.Sum x, int layer) throws IOException, ModelException {
    String name = "encoder/layer_" + layer;
    String own = name + "/self_attention";
    String inputs = own + "/linear_0";
    Matrix weights = layers.matrix(inputs + "/weight", 3 * size.width());
    String attended =
        attention.attend(
            third(x.normal(), inputs + "/query", weights, 0),
            third(x.normal(), inputs + "/key", weights, 1),
            third(x.normal(), inputs + "/value", weights, 2),
            inputs,
            layers.vector(inputs + "/bias"));
    Layers.Sum sum = layers.add(x.all(), attended, own + "/linear_1", name + "/ffn/layer_norm");
    return layers.feedForward(sum, name, Layers.norm("encoder", layer + 1, size.encoderLayers()));
  }

  private String third(String x, String name, Matrix weights, int which) throws IOException {
    int width = size.width();
    return layers.product(x, name, weights.rows(which * width, width));
  }

  private void forDecoder(String x, int layer) throws IOException, ModelException {
    int width = size.width();
    String name = "decoder/layer_" + layer + "/attention/linear_1";
    Matrix weights = layers.matrix(name + "/weight", 2 * width);
    float[] bias = layers.vector(name + "/bias");
    // Whisper's keys have no bias
    String keys = layers.product(x, name + "/key", weights.rows(0, width));
    String values =
        layers.linear(
            x,
            name + "/value",
            weights.rows(width, width),
            Arrays.copyOfRange(bias, width, 2 * width));
    cross.give(keys, values, layer);
  }
}
