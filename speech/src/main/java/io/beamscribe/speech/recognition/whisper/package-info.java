// SPDX-License-Identifier: Apache-2.0
/**
 * Whisper models on ONNX Runtime: {@link io.beamscribe.speech.recognition.whisper.WhisperEngine}
 * packs segments into windows of 30 s, an encoder turns each into what a decoder attends to, and a
 * search makes tokens of that, which become words with times. The graphs that run here are made by
 * the package {@code conversion}; nothing of ONNX Runtime leaves this package.
 */
@NullMarked
package io.beamscribe.speech.recognition.whisper;

import org.jspecify.annotations.NullMarked;
