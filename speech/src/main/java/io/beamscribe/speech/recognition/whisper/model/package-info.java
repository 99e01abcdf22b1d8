/** The networks of a Whisper model on ONNX Runtime: windows of audio in, encodings out. */
package io.beamscribe.speech.recognition.whisper.model;
