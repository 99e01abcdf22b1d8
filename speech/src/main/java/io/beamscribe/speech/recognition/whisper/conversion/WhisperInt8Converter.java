// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.recognition.whisper.model.Precision;

/**
 * Converts Whisper to eight-bit matrices: a quarter of the size, and the fastest. Users' own
 * folders and archives are converted to this.
 */
public final class WhisperInt8Converter extends WhisperConverter {
  public WhisperInt8Converter() {
    super("whisper-onnx-int8-3", Precision.INT8);
  }
}
