package io.beamscribe.speech.transcript;

import java.io.Serializable;

/**
 * Whose voice a speaker has.
 *
 * @param speaker its number in the file
 * @param voice name of the known voice, or {@link #UNKNOWN}
 * @param similarity to the known voice that is nearest: a cosine; 0 where the speaker was never
 *     heard alone
 */
public record IdentifiedSpeaker(int speaker, int channel, String voice, double similarity)
    implements Serializable {
  /** What a speaker is called whose voice is not known. */
  public static final String UNKNOWN = "unknown";

  public boolean hasName() {
    return !voice.equals(UNKNOWN);
  }
}
