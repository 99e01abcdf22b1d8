// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.onnx.graph.ElementType;
import io.beamscribe.speech.onnx.graph.OnnxGraph;
import io.beamscribe.speech.onnx.graph.OnnxNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights in eight bits with a scale for each output, and what they are multiplied with in eight
 * bits with a scale for each row, found while the graph runs. So a frame or a token is computed as
 * if it were alone, and one with large numbers does not coarsen the others.
 */
public final class Int8Linear implements Linear {
  private final OnnxGraph graph;
  private final EightBits eight;
  private final Map<String, Rows> quantised = new HashMap<>();

  /** An input in eight bits, and the largest number of each of its rows. */
  private record Rows(String bits, String largest) {}

  Int8Linear(OnnxGraph graph) {
    this.graph = graph;
    this.eight = new EightBits(graph);
  }

  @Override
  public OnnxNode product(String x, String name, Matrix weights) throws IOException {
    float[] scales = scales(weights);
    String stored =
        graph.tensor(
            name,
            ElementType.UINT8,
            List.of(weights.columns(), weights.rows()),
            numbers ->
                weights.byColumns(
                    (row, value) ->
                        numbers.put((byte) (EightBits.ZERO + quantise(value, scales[row])))));
    Rows rows = quantise(x);
    String product =
        eight
            .product(rows.bits(), stored, eight.step(), graph.tensor(name + "/scale", scales))
            .out();
    return graph.node("Mul", product, rows.largest());
  }

  /** Several products of one input share its eight bits. */
  private Rows quantise(String x) throws IOException {
    Rows known = quantised.get(x);
    if (known != null) {
      return known;
    }
    String largest = eight.largest(x, -1);
    String bits = eight.bits(x, largest);
    Rows rows = new Rows(bits, largest);
    quantised.put(x, rows);
    return rows;
  }

  @Override
  public String lookUp(String ids, String name, Matrix table) throws IOException {
    float[] scales = scales(table);
    String stored =
        graph.tensor(
            name,
            ElementType.INT8,
            List.of(table.rows(), table.columns()),
            numbers -> table.byRows((row, value) -> numbers.put(quantise(value, scales[row]))));
    String scale =
        graph.tensor(
            name + "/scale",
            ElementType.FLOAT,
            List.of(scales.length, 1),
            numbers -> numbers.put(scales));
    String rows = graph.node("Gather", stored, ids).out();
    return graph
        .node(
            "Mul",
            graph.node("Cast", rows).with("to", ElementType.FLOAT.code).out(),
            graph.node("Gather", scale, ids).out())
        .out();
  }

  private static float[] scales(Matrix weights) throws IOException {
    float[] scales = new float[weights.rows()];
    weights.byRows((row, value) -> scales[row] = Math.max(scales[row], Math.abs(value)));
    for (int row = 0; row < scales.length; row++) {
      scales[row] = scales[row] == 0 ? 1 : scales[row] / EightBits.MOST;
    }
    return scales;
  }

  /** To the nearest, to the even one in the middle. */
  private static byte quantise(float value, float scale) {
    return (byte) Math.max(-EightBits.MOST, Math.min(EightBits.MOST, Math.rint(value / scale)));
  }
}
