package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.models.ModelException;
import java.io.IOException;
import java.util.List;

/** What layers of encoder and decoder consist of, with the weights of a model. */
final class Layers {
  private static final float EPSILON = 1e-5f;

  private final OnnxGraph graph;
  private final Ct2Model model;
  private final Linear linear;

  Layers(OnnxGraph graph, Ct2Model model, Linear linear) {
    this.graph = graph;
    this.model = model;
    this.linear = linear;
  }

  Matrix matrix(String name) throws IOException, ModelException {
    return Matrix.of(model.variable(name));
  }

  /** The weights of a linear layer of a number of outputs. */
  Matrix matrix(String name, int outputs) throws IOException, ModelException {
    Matrix weights = matrix(name);
    if (weights.rows() != outputs) {
      throw new ModelException("model.bin is no Whisper model: the shape of " + name + " is wrong");
    }
    return weights;
  }

  float[] vector(String name) throws IOException, ModelException {
    return model.variable(name).all();
  }

  /** Numbers of the model as they are, for what is no linear layer. */
  String stored(String name) throws IOException, ModelException {
    Ct2Variable variable = model.variable(name);
    return graph.tensor(
        name,
        ElementType.FLOAT,
        variable.shape(),
        numbers -> Matrix.of(variable).byRows((row, value) -> numbers.put(value)));
  }

  String sum(String a, String b) {
    return graph.node("Add", a, b).out();
  }

  String norm(String x, String name) throws IOException, ModelException {
    return graph
        .node("LayerNormalization", x, stored(name + "/gamma"), stored(name + "/beta"))
        .with("axis", -1)
        .with("epsilon", EPSILON)
        .out();
  }

  String linear(String x, String name) throws IOException, ModelException {
    float[] bias = vector(name + "/bias");
    return linear(x, name, matrix(name + "/weight", bias.length), bias);
  }

  String linear(String x, String name, Matrix weights, float[] bias) throws IOException {
    return sum(product(x, name, weights), graph.tensor(name + "/bias", bias));
  }

  /** A linear layer without a bias. */
  String product(String x, String name, Matrix weights) throws IOException {
    return linear.product(x, name + "/weight", weights).out();
  }

  /**
   * A linear layer whose first outputs are multiplied by a factor.
   *
   * @param outputs that it has
   * @param scaled how many of them are multiplied
   */
  String scaledLinear(String x, String name, int outputs, int scaled, float factor)
      throws IOException, ModelException {
    Matrix weights = matrix(name + "/weight", outputs).scaled(scaled, factor);
    float[] bias = vector(name + "/bias");
    for (int i = 0; i < scaled; i++) {
      bias[i] *= factor;
    }
    return linear(x, name, weights, bias);
  }

  /** The second half of a layer. */
  String feedForward(String x, String layer) throws IOException, ModelException {
    String inner = linear(norm(x, layer + "/ffn/layer_norm"), layer + "/ffn/linear_0");
    return sum(x, linear(graph.node("Gelu", inner).out(), layer + "/ffn/linear_1"));
  }

  /** Query, key and value out of one product. */
  List<String> thirds(String x) {
    return graph.node("Split", x).with("axis", -1).with("num_outputs", 3).outs(3);
  }

  /** Reshapes to a shape and then changes the order of the dimensions. */
  OnnxNode turned(String x, String shape, long... order) {
    return graph.node("Transpose", graph.node("Reshape", x, shape).out()).withAll("perm", order);
  }
}
