// SPDX-License-Identifier: Apache-2.0
/**
 * Converts the networks for diarization from the publishers' PyTorch files to ONNX. Does not run
 * them.
 */
@NullMarked
package io.beamscribe.speech.speakers.conversion;

import org.jspecify.annotations.NullMarked;
