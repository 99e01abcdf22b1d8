// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.onnx.graph.OnnxGraph;
import io.beamscribe.speech.recognition.whisper.model.WhisperDimensions;
import java.io.IOException;

/** In single precision, by the operator of ONNX Runtime. */
public final class FloatSelfAttention implements SelfAttention {
  private final OnnxGraph graph;
  private final WhisperDimensions size;

  FloatSelfAttention(OnnxGraph graph, WhisperDimensions size) {
    this.graph = graph;
    this.size = size;
  }

  @Override
  public String attend(String queries, String keys, String values, String name, float[] bias)
      throws IOException {
    String attended =
        graph
            .microsoft(
                "MultiHeadAttention",
                batch(queries),
                batch(keys),
                batch(values),
                graph.tensor(name + "/bias", bias))
            .with("num_heads", size.encoderHeads())
            .out();
    return graph.node("Reshape", attended, graph.whole(-1, size.width())).out();
  }

  private String batch(String x) throws IOException {
    return graph.node("Reshape", x, graph.whole(1, -1, size.width())).out();
  }
}
