// SPDX-License-Identifier: Apache-2.0
/**
 * Writes ONNX graphs and reads the weights of others, for converters of published models. Not here:
 * any network.
 *
 * <p>Messages are written by the numbers in {@code OnnxProto}, not by classes that {@code protoc}
 * generates of them: those are 13,000 lines, refuse any older protobuf-java than the one they were
 * generated for, though whose job this runs in may bring another, and would bind the build to a
 * compiler for its platform.
 */
@NullMarked
package io.beamscribe.speech.onnx.graph;

import org.jspecify.annotations.NullMarked;
