// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.results;

import io.beamscribe.speech.scoring.alignment.EditKind;
import java.io.Serializable;

/**
 * A word of the reference beside what was recognised.
 *
 * @param reference empty if the word was inserted
 * @param hypothesis empty if the word was deleted
 * @param start milliseconds from the beginning of the file; -1 if unknown
 * @param end milliseconds from the beginning of the file; -1 if unknown
 * @param confidence between 0 and 1; -1 if unknown
 */
public record AlignedWord(
    EditKind kind, String reference, String hypothesis, long start, long end, double confidence)
    implements Serializable {}
