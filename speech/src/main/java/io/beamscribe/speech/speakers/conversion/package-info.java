/**
 * Converts the networks for diarization from the publishers' PyTorch files to ONNX. Does not run
 * them.
 */
package io.beamscribe.speech.speakers.conversion;
