// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.search;

import java.util.Comparator;
import java.util.List;

/**
 * A text that the search has finished.
 *
 * @param tokens of text, without the end
 * @param sum of the natural logarithms of the probabilities of all tokens and the end
 * @param bonus what its listed phrases are worth
 * @param ended whether the model ended it; otherwise the search gave up on it
 */
public record Hypothesis(List<TokenNode> tokens, double sum, double bonus, boolean ended) {
  /** The best of some: with the greatest mean of their tokens. */
  static Hypothesis best(List<Hypothesis> all) {
    return all.stream().max(Comparator.comparingDouble(Hypothesis::rank)).orElseThrow();
  }

  /** The score to maximise: as in the reference, the end does not count as a token here. */
  private double rank() {
    return (sum + bonus) / Math.max(1, tokens.size());
  }

  /** Mean per token including the end: how well the text fits the audio. */
  public double averageLogProbability() {
    return sum / (tokens.size() + 1);
  }

  /** The same with what listed phrases are worth: how well it fits the audio and the list. */
  public double averageScore() {
    return (sum + bonus) / (tokens.size() + 1);
  }

  public List<Integer> ids() {
    return tokens.stream().map(node -> node.token).toList();
  }
}
