// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.onnx.graph.ElementType;
import io.beamscribe.speech.onnx.graph.OnnxGraph;
import io.beamscribe.speech.onnx.graph.OnnxNode;
import java.io.IOException;
import java.util.List;

/** Building blocks of the layers of encoder and decoder, with the weights of a model. */
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

  /** Weights of the model as stored, for everything but linear layers. */
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

  /**
   * Name of the normalisation that a layer begins with, or of the last one.
   *
   * @param part encoder or decoder
   * @param layers that it has
   */
  static String norm(String part, int layer, int layers) {
    return layer < layers
        ? part + "/layer_" + layer + "/self_attention/layer_norm"
        : part + "/layer_norm";
  }

  String linear(String x, String name) throws IOException, ModelException {
    float[] bias = vector(name + "/bias");
    return linear(x, name, matrix(name + "/weight", bias.length), bias);
  }

  String linear(String x, String name, Matrix weights, float[] bias) throws IOException {
    return sum(product(x, name, weights), graph.tensor(name + "/bias", bias));
  }

  /** The residual stream, and the same with each row normalised. */
  record Sum(String all, String normal) {}

  /**
   * Adds the output of a linear layer to the residual stream, in one step with the next
   * normalisation.
   *
   * @param before {@code [rows, width]}
   * @param x what the layer is given
   */
  Sum add(String before, String x, String name, String norm) throws IOException, ModelException {
    float[] bias = vector(name + "/bias");
    List<String> sum =
        graph
            .microsoft(
                "SkipLayerNormalization",
                before,
                product(x, name, matrix(name + "/weight", bias.length)),
                stored(norm + "/gamma"),
                stored(norm + "/beta"),
                graph.tensor(name + "/bias", bias))
            .with("epsilon", EPSILON)
            .firstAndLast(4);
    return new Sum(sum.get(1), sum.get(0));
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
  Sum feedForward(Sum x, String layer, String norm) throws IOException, ModelException {
    String inner = linear(x.normal(), layer + "/ffn/linear_0");
    return add(x.all(), graph.node("Gelu", inner).out(), layer + "/ffn/linear_1", norm);
  }

  /** Reshapes, and then changes the order of the dimensions. */
  OnnxNode turned(String x, String shape, long... order) {
    return graph.node("Transpose", graph.node("Reshape", x, shape).out()).withAll("perm", order);
  }
}
