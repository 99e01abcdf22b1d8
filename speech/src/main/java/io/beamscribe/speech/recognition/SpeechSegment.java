package io.beamscribe.speech.recognition;

/**
 * At most 30 s of one track, the unit of recognition.
 *
 * @param channel channel of the result
 * @param start position of the first sample in the file, at 16 kHz
 * @param samples mono, 16 kHz, in the scale of 16-bit integers
 */
public record SpeechSegment(int channel, long start, float[] samples) {}
