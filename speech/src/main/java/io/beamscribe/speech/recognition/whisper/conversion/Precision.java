package io.beamscribe.speech.recognition.whisper.conversion;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.beamscribe.speech.onnx.graph.OnnxGraph;

/**
 * In how many bits the large matrices of a converted model stand, and what is heard of a window.
 */
public enum Precision {
  @JsonProperty("int8")
  INT8 {
    @Override
    Linear linear(OnnxGraph graph) {
      return new Int8Linear(graph);
    }

    @Override
    SelfAttention selfAttention(OnnxGraph graph, WhisperDimensions size) {
      return new Int8SelfAttention(graph, size);
    }

    @Override
    CrossAttention crossAttention(OnnxGraph graph, WhisperDimensions size) {
      return new Int8CrossAttention(graph, size);
    }
  },
  @JsonProperty("fp32")
  FP32 {
    @Override
    Linear linear(OnnxGraph graph) {
      return new FloatLinear(graph);
    }

    @Override
    SelfAttention selfAttention(OnnxGraph graph, WhisperDimensions size) {
      return new FloatSelfAttention(graph, size);
    }

    @Override
    CrossAttention crossAttention(OnnxGraph graph, WhisperDimensions size) {
      return new FloatCrossAttention(graph, size);
    }
  };

  abstract Linear linear(OnnxGraph graph);

  /** Of the encoder. */
  abstract SelfAttention selfAttention(OnnxGraph graph, WhisperDimensions size);

  abstract CrossAttention crossAttention(OnnxGraph graph, WhisperDimensions size);
}
