// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction;

import io.beamscribe.speech.text.redaction.detection.PersonalData;
import io.beamscribe.speech.transcript.OnChannel;
import java.io.Serializable;

/**
 * Personal data that was found in a transcript; what it said is not kept. One that goes on in
 * another phrase is an entity in each. Immutable.
 *
 * @param phrase index of its phrase in the transcript, from 0
 * @param firstWord index of its first word in the best reading as recognised, from 0
 * @param endWord index after its last word
 * @param startMilliseconds from the beginning of the file
 * @param endMilliseconds from the beginning of the file
 * @param confidence between 0 and 1
 */
public record Entity(
    PersonalData category,
    int channel,
    int phrase,
    int firstWord,
    int endWord,
    long startMilliseconds,
    long endMilliseconds,
    double confidence)
    implements OnChannel, Serializable {}
