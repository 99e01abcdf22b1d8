// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.io.Serializable;

/**
 * Somebody speaks, without a longer pause. Turns of different speakers may overlap.
 *
 * @param speaker numbered over all channels of the file from 1, by who speaks first
 */
public record SpeakerTurn(int speaker, int channel, long startMilliseconds, long endMilliseconds)
    implements OnChannel, Serializable {
  /** Milliseconds that two speak at once at least; for less, one has only taken over. */
  public static final long TOGETHER = 200;
}
