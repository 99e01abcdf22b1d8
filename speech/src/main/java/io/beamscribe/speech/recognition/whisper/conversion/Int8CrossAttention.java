// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.onnx.graph.ElementType;
import io.beamscribe.speech.onnx.graph.OnnxGraph;
import io.beamscribe.speech.recognition.whisper.model.WhisperDimensions;
import java.io.IOException;

/**
 * In eight bits, a quarter of the memory, which is what a step of the decoder waits for most:
 *
 * <pre>
 * cross_kL        [windows, heads, positions, headWidth]  keys, 128 for zero
 * cross_kScaleL   [windows, 1, heads, headWidth]          what they are multiplied by
 * cross_vL        [windows, heads, positions, headWidth]  values, 128 for zero
 * cross_vScaleL   [windows, heads, 1, headWidth]          what they are multiplied by
 * </pre>
 *
 * Each channel has a scale of its own, as large numbers of keys stand in a few channels. The scale
 * of keys goes into the queries, so that nothing as long as the audio is multiplied by it. Queries
 * and shares of attention have a scale for each row, so that no row depends on another.
 */
public final class Int8CrossAttention implements CrossAttention {
  private final OnnxGraph graph;
  private final EightBits eight;
  private final WhisperDimensions size;

  Int8CrossAttention(OnnxGraph graph, WhisperDimensions size) {
    this.graph = graph;
    this.eight = new EightBits(graph);
    this.size = size;
  }

  @Override
  public void give(String keys, String values, int layer) throws IOException {
    int heads = size.decoderHeads();
    int each = size.headWidth();
    String keyScale = eight.largest(keys, 0);
    give(keys, keyScale, "cross_k" + layer);
    graph.node("Reshape", keyScale, graph.whole(1, 1, heads, each)).out("cross_kScale" + layer);
    graph.output("cross_kScale" + layer, ElementType.FLOAT, 1, 1, heads, each);
    String valueScale = eight.largest(values, 0);
    give(values, valueScale, "cross_v" + layer);
    graph.node("Reshape", valueScale, graph.whole(1, heads, 1, each)).out("cross_vScale" + layer);
    graph.output("cross_vScale" + layer, ElementType.FLOAT, 1, heads, 1, each);
  }

  private void give(String x, String scale, String name) throws IOException {
    int heads = size.decoderHeads();
    int each = size.headWidth();
    String bits = eight.bits(x, scale);
    String split = graph.node("Reshape", bits, graph.whole(1, -1, heads, each)).out();
    graph.node("Transpose", split).withAll("perm", 0, 2, 1, 3).out(name);
    graph.output(name, ElementType.UINT8, 1, heads, size.positions(), each);
  }

  @Override
  public Attended attend(String queries, int layer) throws IOException {
    int heads = size.decoderHeads();
    int each = size.headWidth();
    String keys = graph.input("cross_k" + layer, ElementType.UINT8, "W", heads, "T", each);
    String keyScale = graph.input("cross_kScale" + layer, ElementType.FLOAT, "W", 1, heads, each);
    String values = graph.input("cross_v" + layer, ElementType.UINT8, "W", heads, "T", each);
    String valueScale = graph.input("cross_vScale" + layer, ElementType.FLOAT, "W", heads, 1, each);

    String scaled = graph.node("Mul", queries, keyScale).out();
    String columns = graph.node("Transpose", scaled).withAll("perm", 0, 2, 3, 1).out();
    String largest = eight.largest(columns, 2); // [windows, heads, 1, rows]
    String bits = eight.bits(columns, largest);
    // Keys to the left: the long side need not be packed anew at each step.
    String scores = eight.product(keys, bits, eight.step(), eight.step()).out();
    String turned = graph.node("Transpose", scores).withAll("perm", 0, 1, 3, 2).out();
    String shape = graph.node("Shape", turned).out();
    // As rows of a matrix: else ONNX Runtime moves the transposition behind what follows, which is
    // ten times slower along the short side.
    String rows = graph.node("Reshape", turned, graph.whole(-1, size.positions())).out();
    String factors = graph.node("Reshape", largest, graph.whole(-1, 1)).out();
    String shares =
        graph.node("Softmax", graph.node("Mul", rows, factors).out()).with("axis", -1).out();
    EightBits.Shares shareRows = eight.shares(shares);
    String attended =
        eight
            .attended(graph.node("Reshape", shareRows.bits(), shape).out(), values, eight.step())
            .out(); // [windows, heads, rows, headWidth]
    String perRow = graph.node("Shape", turned).with("start", 0).with("end", 3).out();
    String steps =
        graph
            .node(
                "Reshape",
                shareRows.step(),
                graph.node("Concat", perRow, graph.whole(1)).with("axis", 0).out())
            .out();
    String whole = graph.node("Mul", graph.node("Mul", attended, valueScale).out(), steps).out();
    return new Attended(
        graph.node("Reshape", shares, shape).out(),
        graph.node("Transpose", whole).withAll("perm", 0, 2, 1, 3).out());
  }
}
