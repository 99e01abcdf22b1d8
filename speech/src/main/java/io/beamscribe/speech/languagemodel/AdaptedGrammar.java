// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.util.List;

/**
 * What adapting a language model came to.
 *
 * @param weight of the text where nothing was said before, in percent
 * @param chosen whether it was chosen on lines held out
 * @param sentences of the text
 * @param words of the text, in units of the model
 * @param perplexityBefore of lines held out, a unit, by the base; NaN if there are too few
 * @param perplexityAfter of lines held out, a unit, by the base and the other lines
 * @param addedContexts contexts that the base lacks
 * @param bytes of the new file
 * @param unsayable words of the text that were left out, the most frequent first
 */
public record AdaptedGrammar(
    double weight,
    boolean chosen,
    long sentences,
    long words,
    double perplexityBefore,
    double perplexityAfter,
    int addedContexts,
    long bytes,
    List<UnsayableWord> unsayable) {
  public AdaptedGrammar {
    unsayable = List.copyOf(unsayable);
  }
}
