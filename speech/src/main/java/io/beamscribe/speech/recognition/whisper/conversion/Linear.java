// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.onnx.graph.OnnxNode;
import java.io.IOException;

/** How the large matrices of one graph are stored and multiplied. */
public interface Linear {
  /**
   * The node that multiplies {@code x} by the transposed weights. It may use tensors added to the
   * graph now.
   *
   * @param name of the weights, unique within the graph
   */
  OnnxNode product(String x, String name, Matrix weights) throws IOException;

  /**
   * Looks up rows of a table.
   *
   * @param ids indexes of the rows
   */
  String lookUp(String ids, String name, Matrix table) throws IOException;
}
