// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import java.util.List;

/**
 * A subtitle that has its words but not yet its times. Times are in milliseconds.
 *
 * @param lane as of its {@link Speech}, within the channel
 * @param label the speaker; empty if speakers are not distinguished
 * @param start when its first word begins
 * @param spoken when its last word ends
 * @param reading how long people need to read it
 */
record Draft(
    int channel,
    int lane,
    String label,
    long start,
    long spoken,
    long reading,
    List<List<TimedPiece>> lines) {}
