// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.results;

import java.io.Serializable;
import java.util.List;

/**
 * An utterance of the reference beside what each model made of it.
 *
 * @param speaker empty if unknown
 * @param channel from 0; -1 if unknown
 * @param start milliseconds from the beginning of the file; -1 if unknown
 * @param models the words of each model
 */
public record AlignedUtterance(
    String speaker, int channel, long start, String text, List<List<AlignedWord>> models)
    implements Serializable {}
