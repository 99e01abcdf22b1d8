// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.io.Serializable;

/**
 * Personal data that a transcript held and that a placeholder stands for now. Immutable.
 *
 * @param category a word, such as {@code card}
 * @param offsetMilliseconds from the beginning of the file
 * @param confidence between 0 and 1
 */
public record RedactedPart(
    String category,
    int channel,
    long offsetMilliseconds,
    long durationMilliseconds,
    double confidence)
    implements Serializable {}
