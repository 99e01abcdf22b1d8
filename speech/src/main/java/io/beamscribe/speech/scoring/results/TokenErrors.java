// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.results;

import io.beamscribe.speech.scoring.alignment.EditCounts;
import java.io.Serializable;

/**
 * Errors in the text for readers, where words and marks are tokens, and capital letters count.
 *
 * @param counts of tokens
 * @param punctuation edits of marks
 * @param capitalization words that differ in capital letters only
 * @param inverseTextNormalization edits next to a number in digits, on either side
 * @param lexical other edits of words
 * @param others edits of symbols
 */
public record TokenErrors(
    EditCounts counts,
    long punctuation,
    long capitalization,
    long inverseTextNormalization,
    long lexical,
    long others)
    implements Serializable {
  public static final TokenErrors NONE = new TokenErrors(EditCounts.NONE, 0, 0, 0, 0, 0);

  public TokenErrors plus(TokenErrors other) {
    return new TokenErrors(
        counts.plus(other.counts),
        punctuation + other.punctuation,
        capitalization + other.capitalization,
        inverseTextNormalization + other.inverseTextNormalization,
        lexical + other.lexical,
        others + other.others);
  }
}
