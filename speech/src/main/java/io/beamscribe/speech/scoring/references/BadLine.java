// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.references;

import java.io.Serializable;

/**
 * A line of a reference that cannot be used.
 *
 * @param line from 1
 * @param file the audio that it is about; empty if that is not clear
 * @param sentence what is wrong, for people
 */
public record BadLine(int line, String file, String sentence) implements Serializable {}
