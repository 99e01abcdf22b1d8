// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.onnx.graph.OnnxGraph;
import io.beamscribe.speech.onnx.graph.OnnxNode;
import java.io.IOException;

/**
 * Quantisation to eight bits inside a graph: numbers are divided by the greatest of those that
 * share a scale, so that all have the same step.
 *
 * <p>Both sides of a product are stored without a sign, around 128. If the right side had one,
 * processors without VNNI would add products in pairs to 16 bits, which do not hold them: nearly
 * all sums would be wrong there, and words with them.
 */
final class EightBits {
  /** How far numbers are from their zero at most. */
  static final int MOST = 127;

  static final float STEP = (float) (1.0 / MOST);

  /** What stands for zero. */
  static final int ZERO = 128;

  /** Shares of attention are not negative, and have all eight bits. */
  private static final float SHARE_STEP = (float) (1.0 / 255);

  /** Avoids division of zeros by zero. */
  private static final float TINY = 1e-12f;

  private final OnnxGraph graph;

  EightBits(OnnxGraph graph) {
    this.graph = graph;
  }

  /** The common step. */
  String step() throws IOException {
    return graph.constant(STEP);
  }

  /** The common zero. */
  String zero() throws IOException {
    return graph.unsigned(ZERO);
  }

  /** The zero of shares of attention, which are not negative. */
  private String zeroOfShares() throws IOException {
    return graph.unsigned(0);
  }

  /** The greatest numbers, without their sign, along some dimensions, which are kept as 1. */
  String largest(String x, long... dimensions) throws IOException {
    String size = graph.node("Abs", x).out();
    String largest =
        graph.node("ReduceMax", size, graph.whole(dimensions)).with("keepdims", 1).out();
    return graph.node("Max", largest, graph.constant(TINY)).out();
  }

  /** Eight bits of numbers that are divided by their {@link #largest}. */
  String bits(String x, String largest) throws IOException {
    String even = graph.node("Div", x, largest).out();
    return graph.node("QuantizeLinear", even, step(), zero()).out();
  }

  /** The product of two sides in eight bits, as numbers. */
  OnnxNode product(String left, String right, String leftStep, String rightStep)
      throws IOException {
    return graph.microsoft(
        "MatMulIntegerToFloat", left, right, leftStep, rightStep, zero(), zero());
  }

  /** Shares of attention times values in eight bits, as numbers before the {@link Shares#step}. */
  OnnxNode attended(String shares, String values, String valueSteps) throws IOException {
    return graph.microsoft(
        "MatMulIntegerToFloat",
        shares,
        values,
        graph.constant(1),
        valueSteps,
        zeroOfShares(),
        zero());
  }

  /**
   * Shares of attention in eight bits.
   *
   * @param bits without a sign, 0 for zero
   * @param step of each row
   */
  record Shares(String bits, String step) {}

  /** Eight bits of shares, {@code [rows, columns]}, with a step for each row. */
  Shares shares(String shares) throws IOException {
    String most = graph.node("ReduceMax", shares, graph.whole(1)).with("keepdims", 0).out();
    String step = graph.node("Mul", most, graph.constant(SHARE_STEP)).out();
    return new Shares(graph.node("QuantizeLinear", shares, step).with("axis", 0).out(), step);
  }
}
