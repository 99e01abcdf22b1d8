package io.beamscribe.speech.speakers;

/**
 * What a speaker of a file sounds like.
 *
 * @param speaker its number in the file
 * @param seconds in which it was heard alone
 * @param print the middle of what was heard, as little-endian floats in Base64; null where it was
 *     never heard alone
 */
public record SpeakerVoice(int speaker, int channel, double seconds, String print) {}
