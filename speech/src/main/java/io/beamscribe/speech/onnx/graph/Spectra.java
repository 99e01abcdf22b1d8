// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx.graph;

import java.util.List;

/** Steps on spectra that a convolution computes: first all real parts, then all imaginary ones. */
public final class Spectra {
  private Spectra() {}

  /**
   * The power of each bin.
   *
   * @param complex twice the bins along dimension 1
   */
  public static String power(OnnxGraph graph, String complex) {
    List<String> squares =
        graph
            .node("Split", graph.node("Mul", complex, complex).out())
            .with("axis", 1)
            .with("num_outputs", 2)
            .outs(2);
    return graph.node("Add", squares.get(0), squares.get(1)).out();
  }
}
