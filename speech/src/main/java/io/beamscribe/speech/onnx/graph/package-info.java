/**
 * Writes graphs of ONNX, for converters that make them of what publishers give. Not here: any
 * network.
 */
package io.beamscribe.speech.onnx.graph;
