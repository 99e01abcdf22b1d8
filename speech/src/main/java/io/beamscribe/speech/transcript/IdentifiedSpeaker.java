// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.io.Serializable;

/**
 * The identity of a speaker.
 *
 * @param speaker its number in the file
 * @param voice name of the known voice, or {@link #UNKNOWN}
 * @param similarity cosine to the most similar known voice; 0 if the speaker never speaks alone
 */
public record IdentifiedSpeaker(int speaker, int channel, String voice, double similarity)
    implements Serializable {
  /** The name of a speaker who is not identified. */
  public static final String UNKNOWN = "unknown";

  /** Whether the speaker was identified. */
  public boolean hasName() {
    return !voice.equals(UNKNOWN);
  }
}
