// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import java.io.Serializable;

/**
 * Bounds on the number of speakers. Fewer than the least are found where nothing tells of more:
 * nobody is made up.
 *
 * @param minSpeakers at least 1
 * @param maxSpeakers at most {@link #MOST}
 */
public record SpeakerOptions(int minSpeakers, int maxSpeakers) implements Serializable {
  /** The most speakers supported. */
  public static final int MOST = 36;

  /** Any number. */
  public static final SpeakerOptions ANY = new SpeakerOptions(1, MOST);

  public SpeakerOptions {
    if (minSpeakers < 1 || maxSpeakers > MOST || minSpeakers > maxSpeakers) {
      throw new IllegalArgumentException(
          "speakers must be between 1 and " + MOST + ", and the least not above the most");
    }
  }

  /** Any number up to the most. */
  SpeakerOptions most() {
    return new SpeakerOptions(1, maxSpeakers);
  }
}
