// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.recognition.whisper.model.Precision;

/** Converts Whisper to single-precision matrices: as published, without further loss. */
public final class WhisperFp32Converter extends WhisperConverter {
  public WhisperFp32Converter() {
    super("whisper-onnx-fp32-2", Precision.FP32);
  }
}
