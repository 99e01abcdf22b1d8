package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.models.ModelException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The encoder: samples to what the decoder attends to.
 *
 * <pre>
 * in   audio      [samples]                              between -1 and 1
 * out  cross_kL   [1, heads, positions, headWidth]       keys of decoder layer L
 *      cross_vTL  [1, heads, headWidth, positions]       values of decoder layer L, transposed
 *      mel        [1, melBins, frames]                   the spectrum it has heard
 * </pre>
 *
 * Keys and values of the decoder are computed here, as they stay the same for all of its steps.
 */
final class EncoderGraph {
  private final OnnxGraph graph;
  private final Layers layers;
  private final WhisperDimensions size;

  EncoderGraph(OnnxGraph graph, Ct2Model model, WhisperDimensions size) {
    this.graph = graph;
    this.layers = new Layers(graph, model, size.precision().linear(graph));
    this.size = size;
  }

  void build() throws IOException, ModelException {
    String audio = graph.input("audio", ElementType.FLOAT, size.samples());
    String mel = new SpectrumGraph(graph).mel(audio, size.frames(), size.melBins());
    String x = convolution(mel, "encoder/conv1", 1);
    x = convolution(x, "encoder/conv2", 2);
    x = graph.node("Transpose", x).withAll("perm", 0, 2, 1).out();
    x = layers.sum(x, layers.stored("encoder/position_encodings/encodings"));
    for (int layer = 0; layer < size.encoderLayers(); layer++) {
      x = layer(x, "encoder/layer_" + layer);
    }
    x = layers.norm(x, "encoder/layer_norm");
    String shape = graph.whole(0, -1, size.decoderHeads(), size.headWidth());
    for (int layer = 0; layer < size.decoderLayers(); layer++) {
      forDecoder(x, layer, shape);
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

  private String layer(String x, String layer) throws IOException, ModelException {
    String attention = layer + "/self_attention";
    String normal = layers.norm(x, attention + "/layer_norm");
    List<String> thirds = layers.thirds(layers.linear(normal, attention + "/linear_0"));
    String heard =
        graph
            .microsoft("MultiHeadAttention", thirds.get(0), thirds.get(1), thirds.get(2))
            .with("num_heads", size.encoderHeads())
            .out();
    return layers.feedForward(layers.sum(x, layers.linear(heard, attention + "/linear_1")), layer);
  }

  private void forDecoder(String x, int layer, String shape) throws IOException, ModelException {
    int width = size.width();
    String name = "decoder/layer_" + layer + "/attention/linear_1";
    Matrix weights = layers.matrix(name + "/weight", 2 * width);
    float[] bias = layers.vector(name + "/bias");
    // Whisper's keys have no bias
    String key = layers.product(x, name + "/key", weights.rows(0, width));
    layers.turned(key, shape, 0, 2, 1, 3).out("cross_k" + layer);
    String value =
        layers.linear(
            x,
            name + "/value",
            weights.rows(width, width),
            Arrays.copyOfRange(bias, width, 2 * width));
    layers.turned(value, shape, 0, 2, 3, 1).out("cross_vT" + layer);
    int heads = size.decoderHeads();
    graph.output(
        "cross_k" + layer, ElementType.FLOAT, 1, heads, size.positions(), size.headWidth());
    graph.output(
        "cross_vT" + layer, ElementType.FLOAT, 1, heads, size.headWidth(), size.positions());
  }
}
