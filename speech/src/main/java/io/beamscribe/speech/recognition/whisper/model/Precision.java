// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The number of bits of the large matrices of a converted model, and of encoded windows. */
public enum Precision {
  @JsonProperty("int8")
  INT8,
  @JsonProperty("fp32")
  FP32
}
