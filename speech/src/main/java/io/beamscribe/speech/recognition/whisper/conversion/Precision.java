package io.beamscribe.speech.recognition.whisper.conversion;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In how many bits the large matrices of a converted model stand. */
public enum Precision {
  @JsonProperty("int8")
  INT8 {
    @Override
    Linear linear(OnnxGraph graph) {
      return new Int8Linear(graph);
    }
  },
  @JsonProperty("fp32")
  FP32 {
    @Override
    Linear linear(OnnxGraph graph) {
      return new FloatLinear(graph);
    }
  };

  abstract Linear linear(OnnxGraph graph);
}
