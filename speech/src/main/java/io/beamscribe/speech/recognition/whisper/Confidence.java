package io.beamscribe.speech.recognition.whisper;

import java.util.List;

/** How likely a word is to be right. */
final class Confidence {
  private Confidence() {}

  /** From the probabilities of the word's tokens. */
  static double of(List<TokenNode> tokens) {
    double sum = 0;
    for (TokenNode token : tokens) {
      sum += token.logProbability;
    }
    return rounded(Math.exp(sum / Math.max(1, tokens.size())));
  }

  /** Six decimals: as good as all, and the same on every machine. */
  static double rounded(double confidence) {
    return Math.round(confidence * 1e6) / 1e6;
  }
}
