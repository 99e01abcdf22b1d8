// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import java.util.List;

/**
 * How likely a text was to a model that was made to write it. Immutable.
 *
 * @param words its words, in order
 * @param end natural logarithm of the probability that the text ends after them
 */
public record ForcedText(List<Word> words, double end) {
  public ForcedText {
    words = List.copyOf(words);
  }

  /**
   * A word, token by token.
   *
   * @param logProbabilities natural logarithms of the tokens' probabilities, given all before
   * @param leads how far each token's is behind that of the likeliest one, 0 for the likeliest
   */
  public record Word(List<Double> logProbabilities, List<Double> leads) {
    public Word {
      logProbabilities = List.copyOf(logProbabilities);
      leads = List.copyOf(leads);
    }
  }
}
