// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.search;

import java.util.Comparator;
import java.util.List;

/**
 * A text that the search has finished.
 *
 * @param tokens of text, without the end
 * @param sum of the natural logarithms of the probabilities of all tokens and the end
 * @param ended whether the model ended it; otherwise the search gave up on it
 */
public record Hypothesis(List<TokenNode> tokens, double sum, boolean ended) {
  /** The best finished hypothesis or, if there is none, the best unfinished one. */
  static Hypothesis best(List<Hypothesis> finished, List<TokenNode> live) {
    List<Hypothesis> all =
        finished.isEmpty()
            ? live.stream().map(node -> new Hypothesis(node.path(), node.sum, false)).toList()
            : finished;
    return all.stream().max(Comparator.comparingDouble(Hypothesis::rank)).orElseThrow();
  }

  /** The score to maximise: as in the reference, the end does not count as a token here. */
  private double rank() {
    return sum / Math.max(1, tokens.size());
  }

  /** Mean per token including the end: how well the text fits the audio. */
  public double averageLogProbability() {
    return sum / (tokens.size() + 1);
  }

  public List<Integer> ids() {
    return tokens.stream().map(node -> node.token).toList();
  }
}
