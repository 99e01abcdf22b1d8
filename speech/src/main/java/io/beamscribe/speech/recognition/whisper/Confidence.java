// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.recognition.whisper.search.TokenNode;
import java.util.List;

/**
 * The probability that a word is correct. Whisper is slightly underconfident: its probabilities are
 * shifted by half a unit of log odds, which fits best the 1895 words of English, German, Spanish,
 * French, Italian and Portuguese in docs/whisper.md.
 */
final class Confidence {
  private static final double SHIFT = 0.5;

  private Confidence() {}

  /** The geometric mean of the probabilities of the word's tokens. */
  static double of(List<TokenNode> tokens) {
    double sum = 0;
    for (TokenNode token : tokens) {
      sum += token.logProbability;
    }
    double probability = Math.exp(sum / Math.max(1, tokens.size()));
    double odds = probability * Math.exp(SHIFT);
    return rounded(odds / (odds + 1 - probability));
  }

  /** Six decimals, which is more than the precision. */
  static double rounded(double confidence) {
    return Math.round(confidence * 1e6) / 1e6;
  }
}
