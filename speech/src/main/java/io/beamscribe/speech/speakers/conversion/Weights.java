// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.conversion;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.convert.torch.Tensor;
import io.beamscribe.speech.onnx.graph.ElementType;
import io.beamscribe.speech.onnx.graph.OnnxGraph;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The weights of a network, and the graph that they are put into, each when it is needed. */
final class Weights {
  private final Map<String, Tensor> tensors;
  private final OnnxGraph graph;

  Weights(Map<String, Tensor> tensors, OnnxGraph graph) {
    this.tensors = tensors;
    this.graph = graph;
  }

  boolean has(String name) {
    return tensors.containsKey(name);
  }

  /** A tensor of one of the publisher's names. */
  Tensor get(String name) throws ModelException {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new ModelException("the network lacks " + name);
    }
    return tensor;
  }

  /** Puts a tensor into the graph as it is; gives its name there. */
  String put(String name) throws IOException, ModelException {
    Tensor tensor = get(name);
    return put(name, tensor.shape(), tensor.values());
  }

  /** Puts a matrix into the graph with rows for columns; gives its name there. */
  String transposed(String name) throws IOException, ModelException {
    Tensor tensor = get(name);
    if (tensor.shape().size() != 2) {
      throw new ModelException("the network has another shape of " + name);
    }
    int rows = tensor.size(0);
    int columns = tensor.size(1);
    float[] values = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        values[column * rows + row] = tensor.values()[row * columns + column];
      }
    }
    return put(name, List.of(columns, rows), values);
  }

  /** Puts numbers into the graph; gives their name there. */
  String put(String name, List<Integer> shape, float[] values) throws IOException {
    return graph.tensor(name, ElementType.FLOAT, shape, numbers -> numbers.put(values));
  }
}
