// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.onnx.graph.OnnxGraph;
import java.io.IOException;

/**
 * Quantisation to eight bits inside a graph: numbers are divided by the greatest of those that
 * share a scale, so that all have the same step.
 */
final class EightBits {
  /** The greatest number of eight bits with a sign. */
  static final int MOST = 127;

  static final float STEP = (float) (1.0 / MOST);

  /** The zero of numbers without a sign. */
  private static final int MIDDLE = 128;

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

  /** The zero of numbers with a sign. */
  String signed() throws IOException {
    return graph.signed(0);
  }

  /** The zero of numbers without a sign. */
  String unsigned() throws IOException {
    return graph.unsigned(MIDDLE);
  }

  /** The greatest numbers, without their sign, along some dimensions, which are kept as 1. */
  String largest(String x, long... dimensions) throws IOException {
    String size = graph.node("Abs", x).out();
    String largest =
        graph.node("ReduceMax", size, graph.whole(dimensions)).with("keepdims", 1).out();
    return graph.node("Max", largest, graph.constant(TINY)).out();
  }

  /** Eight bits of numbers that are divided by their {@link #largest}. */
  String bits(String x, String largest, String zero) throws IOException {
    String even = graph.node("Div", x, largest).out();
    return graph.node("QuantizeLinear", even, step(), zero).out();
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
