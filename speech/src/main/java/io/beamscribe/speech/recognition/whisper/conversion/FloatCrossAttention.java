// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.onnx.graph.ElementType;
import io.beamscribe.speech.onnx.graph.OnnxGraph;
import io.beamscribe.speech.recognition.whisper.model.WhisperDimensions;
import java.io.IOException;

/**
 * In single precision: keys {@code cross_kL [windows, heads, positions, headWidth]} and transposed
 * values {@code cross_vTL [windows, heads, headWidth, positions]}. Keys stand to the left of the
 * queries, and values to the left of the shares, so that the long side need not be packed anew at
 * each step.
 */
public final class FloatCrossAttention implements CrossAttention {
  private final OnnxGraph graph;
  private final WhisperDimensions size;

  FloatCrossAttention(OnnxGraph graph, WhisperDimensions size) {
    this.graph = graph;
    this.size = size;
  }

  @Override
  public void give(String keys, String values, int layer) throws IOException {
    give(keys, "cross_k" + layer, 2, 1, 3, size.positions(), size.headWidth());
    give(values, "cross_vT" + layer, 2, 3, 1, size.headWidth(), size.positions());
  }

  private void give(String x, String name, int a, int b, int c, int rows, int columns)
      throws IOException {
    String shape = graph.whole(1, -1, size.decoderHeads(), size.headWidth());
    String heads = graph.node("Reshape", x, shape).out();
    graph.node("Transpose", heads).withAll("perm", 0, a, b, c).out(name);
    graph.output(name, ElementType.FLOAT, 1, size.decoderHeads(), rows, columns);
  }

  @Override
  public Attended attend(String queries, int layer) {
    String keys =
        graph.input(
            "cross_k" + layer, ElementType.FLOAT, "W", size.decoderHeads(), "T", size.headWidth());
    String values =
        graph.input(
            "cross_vT" + layer, ElementType.FLOAT, "W", size.decoderHeads(), size.headWidth(), "T");
    String columns = graph.node("Transpose", queries).withAll("perm", 0, 2, 3, 1).out();
    String scores = graph.node("MatMul", keys, columns).out();
    String shares = graph.node("Softmax", scores).with("axis", 2).out();
    String attended = graph.node("MatMul", values, shares).out();
    return new Attended(
        graph.node("Transpose", shares).withAll("perm", 0, 1, 3, 2).out(),
        graph.node("Transpose", attended).withAll("perm", 0, 3, 1, 2).out());
  }
}
