// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.onnx.graph.ElementType;
import io.beamscribe.speech.onnx.graph.OnnxGraph;
import io.beamscribe.speech.onnx.graph.OnnxNode;
import java.io.IOException;
import java.util.List;

/** Single precision throughout. */
public final class FloatLinear implements Linear {
  private final OnnxGraph graph;

  FloatLinear(OnnxGraph graph) {
    this.graph = graph;
  }

  @Override
  public OnnxNode product(String x, String name, Matrix weights) throws IOException {
    String stored =
        graph.tensor(
            name,
            ElementType.FLOAT,
            List.of(weights.columns(), weights.rows()),
            numbers -> weights.byColumns((row, value) -> numbers.put(value)));
    return graph.node("MatMul", x, stored);
  }

  @Override
  public String lookUp(String ids, String name, Matrix table) throws IOException {
    String stored =
        graph.tensor(
            name,
            ElementType.FLOAT,
            List.of(table.rows(), table.columns()),
            numbers -> table.byRows((row, value) -> numbers.put(value)));
    return graph.node("Gather", stored, ids).out();
  }
}
