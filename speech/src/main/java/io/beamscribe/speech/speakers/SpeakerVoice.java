// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import org.jspecify.annotations.Nullable;

/**
 * The voice of a speaker of a file.
 *
 * @param speaker its number in the file
 * @param seconds in which it speaks alone
 * @param print the mean embedding, as little-endian floats in Base64; null if it never speaks alone
 */
public record SpeakerVoice(int speaker, int channel, double seconds, @Nullable String print) {}
