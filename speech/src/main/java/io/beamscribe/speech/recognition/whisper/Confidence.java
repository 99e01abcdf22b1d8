package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.recognition.whisper.search.TokenNode;
import java.util.List;

/**
 * How likely a word is to be right. Whisper is a little too modest: its probabilities are shifted
 * by half a unit of log odds, which fits best the 1895 words of English, German, Spanish, French,
 * Italian and Portuguese in docs/whisper.md.
 */
final class Confidence {
  private static final double SHIFT = 0.5;

  private Confidence() {}

  /** From the probabilities of the word's tokens, by their geometric mean. */
  static double of(List<TokenNode> tokens) {
    double sum = 0;
    for (TokenNode token : tokens) {
      sum += token.logProbability;
    }
    double probability = Math.exp(sum / Math.max(1, tokens.size()));
    double odds = probability * Math.exp(SHIFT);
    return rounded(odds / (odds + 1 - probability));
  }

  /** Six decimals, which is more than is known. */
  static double rounded(double confidence) {
    return Math.round(confidence * 1e6) / 1e6;
  }
}
