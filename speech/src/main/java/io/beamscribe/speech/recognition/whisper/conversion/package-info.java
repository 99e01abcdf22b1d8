// SPDX-License-Identifier: Apache-2.0
/**
 * Rewrites Whisper models from the format of CTranslate2, in which they are published, into graphs
 * that ONNX Runtime runs. Nothing here runs a model, and nothing is tied to one size of Whisper.
 */
@NullMarked
package io.beamscribe.speech.recognition.whisper.conversion;

import org.jspecify.annotations.NullMarked;
