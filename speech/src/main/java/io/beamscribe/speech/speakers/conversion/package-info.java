/**
 * Converts the networks that know speakers, as their publishers give them for PyTorch, to ONNX. Not
 * here: any use of them.
 */
package io.beamscribe.speech.speakers.conversion;
