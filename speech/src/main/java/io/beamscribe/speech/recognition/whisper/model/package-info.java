// SPDX-License-Identifier: Apache-2.0
/** The networks of a Whisper model on ONNX Runtime: windows of audio in, encodings out. */
@NullMarked
package io.beamscribe.speech.recognition.whisper.model;

import org.jspecify.annotations.NullMarked;
