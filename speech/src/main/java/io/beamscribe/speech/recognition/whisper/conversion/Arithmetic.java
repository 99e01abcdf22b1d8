// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.onnx.graph.OnnxGraph;
import io.beamscribe.speech.recognition.whisper.model.WhisperDimensions;

/** The parts of a graph that differ by the precision of the model. */
final class Arithmetic {
  private Arithmetic() {}

  static Linear linear(OnnxGraph graph, WhisperDimensions size) {
    return switch (size.precision()) {
      case INT8 -> new Int8Linear(graph);
      case FP32 -> new FloatLinear(graph);
    };
  }

  /** The self-attention of the encoder. */
  static SelfAttention selfAttention(OnnxGraph graph, WhisperDimensions size) {
    return switch (size.precision()) {
      case INT8 -> new Int8SelfAttention(graph, size);
      case FP32 -> new FloatSelfAttention(graph, size);
    };
  }

  static CrossAttention crossAttention(OnnxGraph graph, WhisperDimensions size) {
    return switch (size.precision()) {
      case INT8 -> new Int8CrossAttention(graph, size);
      case FP32 -> new FloatCrossAttention(graph, size);
    };
  }
}
