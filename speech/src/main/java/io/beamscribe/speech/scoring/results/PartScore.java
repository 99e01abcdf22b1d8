// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.results;

import io.beamscribe.speech.scoring.alignment.EditCounts;
import java.io.Serializable;

/**
 * What one model made of some utterances, as those of a speaker. Immutable.
 *
 * @param words edits of words
 * @param characters edits of characters, without spaces
 * @param sentences utterances of the reference
 * @param sentenceErrors utterances with at least one edit
 */
public record PartScore(
    EditCounts words, EditCounts characters, long sentences, long sentenceErrors)
    implements Serializable {

  public PartScore plus(PartScore other) {
    return new PartScore(
        words.plus(other.words),
        characters.plus(other.characters),
        sentences + other.sentences,
        sentenceErrors + other.sentenceErrors);
  }
}
