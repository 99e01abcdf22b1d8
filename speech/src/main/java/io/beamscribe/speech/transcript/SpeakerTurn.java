// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.io.Serializable;

/**
 * A turn of one speaker, without a longer pause. Turns of different speakers may overlap.
 * Immutable.
 *
 * @param speaker number over all channels of the file, from 1, in the order of first speech
 */
public record SpeakerTurn(int speaker, int channel, long startMilliseconds, long endMilliseconds)
    implements OnChannel, Serializable {
  /** Minimum overlap in milliseconds; a shorter one is only a change of speaker. */
  public static final long TOGETHER = 200;
}
