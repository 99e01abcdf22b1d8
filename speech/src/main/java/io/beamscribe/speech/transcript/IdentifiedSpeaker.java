// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.io.Serializable;

/**
 * The identity of a speaker.
 *
 * @param speaker its number in the file
 * @param voice name of the known voice, or {@link #UNKNOWN}
 * @param confidence from 0 to 1: how certain it is that the speaker is the likeliest known voice,
 *     whether or not that is certain enough to be named; 0 if the speaker never speaks alone
 * @param similarity cosine to that voice, which depends on the band; 0 if the speaker never speaks
 *     alone
 */
public record IdentifiedSpeaker(
    int speaker, int channel, String voice, double confidence, double similarity)
    implements Serializable {
  /** The name of a speaker who is not identified. */
  public static final String UNKNOWN = "unknown";

  /** Whether the speaker was identified. */
  public boolean hasName() {
    return !voice.equals(UNKNOWN);
  }
}
