// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.onnx.graph.OnnxNode;
import java.io.IOException;

/** How the large matrices of one graph are stored and multiplied. */
public interface Linear {
  /**
   * The step that gives {@code x} times the transposed weights. It may use numbers of the graph
   * that are added now.
   *
   * @param name of the weights; each once a graph
   */
  OnnxNode product(String x, String name, Matrix weights) throws IOException;

  /**
   * Rows of a table.
   *
   * @param ids which
   */
  String lookUp(String ids, String name, Matrix table) throws IOException;
}
