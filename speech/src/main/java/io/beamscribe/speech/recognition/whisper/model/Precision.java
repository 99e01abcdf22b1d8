package io.beamscribe.speech.recognition.whisper.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * In how many bits the large matrices of a converted model stand, and what is heard of a window.
 */
public enum Precision {
  @JsonProperty("int8")
  INT8,
  @JsonProperty("fp32")
  FP32
}
