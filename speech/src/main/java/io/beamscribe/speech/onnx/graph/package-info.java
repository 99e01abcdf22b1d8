// SPDX-License-Identifier: Apache-2.0
/**
 * Writes graphs of ONNX and reads the weights of others, for converters that make them of what
 * publishers give. Not here: any network.
 */
@NullMarked
package io.beamscribe.speech.onnx.graph;

import org.jspecify.annotations.NullMarked;
