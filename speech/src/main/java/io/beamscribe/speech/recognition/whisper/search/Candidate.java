// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.search;

import io.beamscribe.speech.recognition.whisper.biasing.Favour;
import io.beamscribe.speech.recognition.whisper.search.Logits.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A token that may be next in the beam, or the end of a text.
 *
 * @param sum of the natural logarithms of all probabilities
 * @param score the sum with what complete phrases earn
 * @param hope the score with what the phrase that has begun may earn
 * @param progress after the token; null if no phrases are listed, and at the end
 */
record Candidate(
    TokenNode parent,
    Choice choice,
    double sum,
    double score,
    double hope,
    @Nullable Favour progress) {
  static Candidate token(TokenNode parent, Choice choice, @Nullable Favour progress) {
    double sum = parent.sum + choice.logProbability();
    double earned = progress == null ? 0 : progress.earned();
    double hoped = progress == null ? 0 : progress.hoped();
    return new Candidate(parent, choice, sum, sum + earned, sum + hoped, progress);
  }

  /**
   * @param before the progress of the text that ends
   */
  static Candidate end(TokenNode parent, Choice choice, @Nullable Favour before) {
    double sum = parent.sum + choice.logProbability();
    double score = sum + (before == null ? 0 : before.atEnd());
    return new Candidate(parent, choice, sum, score, score, null);
  }

  TokenNode node() {
    return parent.child(choice.token(), choice.logProbability());
  }

  /** The text that ends here. */
  Hypothesis finished() {
    return new Hypothesis(parent.path(), sum, score - sum, true);
  }
}
