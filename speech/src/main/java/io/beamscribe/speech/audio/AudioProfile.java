// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import java.util.List;

/**
 * The result of one pass over a whole file: enough to cut it and to recognise it again.
 *
 * @param sha256 of the stored bytes, lower-case hexadecimal
 * @param samples length in samples at {@link SampleRange#RATE} Hz
 * @param tracks what to recognise, by ascending channel
 * @param notes what readers should know of the file, by time
 */
public record AudioProfile(
    String sha256,
    long samples,
    List<Track> tracks,
    AudioFacts facts,
    Envelope envelope,
    List<AudioNote> notes) {}
