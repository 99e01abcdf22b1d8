// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.conversations;

import java.io.Serializable;

/**
 * Speech of one speaker.
 *
 * @param start in seconds from the beginning of the file
 * @param end in seconds from the beginning of the file
 */
public record Turn(String speaker, double start, double end) implements Serializable {}
