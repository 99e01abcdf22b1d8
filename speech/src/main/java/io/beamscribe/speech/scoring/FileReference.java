// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring;

import io.beamscribe.speech.scoring.conversations.Turn;
import io.beamscribe.speech.scoring.references.Utterance;
import java.io.Serializable;
import java.util.List;

/**
 * All that is known of one file.
 *
 * @param file as the reference names it
 * @param locale empty if unknown
 * @param utterances empty if the words are unknown
 * @param turns who speaks when; empty if unknown or if the utterances tell it
 */
public record FileReference(
    String file, String locale, List<Utterance> utterances, List<Turn> turns)
    implements Serializable {}
