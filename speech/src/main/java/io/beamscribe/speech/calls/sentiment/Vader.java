// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.sentiment;

import java.util.List;

/**
 * VADER (Hutto and Gilbert 2014): a lexicon of English words with their valence, and rules for
 * negations, degrees and contrast. It gives the numbers of the Python package of version 3.3.2, but
 * for pictograms, which nobody says. Thread-safe.
 */
final class Vader implements SentimentEngine {
  /** Brings sums of valences between -1 and 1. */
  private static final double ALPHA = 15;

  private static final double EXCLAMATION = 0.292;
  private static final int MOST_EXCLAMATIONS = 4;
  private static final double QUESTION = 0.18;
  private static final double MANY_QUESTIONS = 0.96;

  private final VaderLexicon lexicon = VaderLexicon.read();

  private Vader() {}

  /** Loads the lexicon when it is first asked for. */
  private static final class Shared {
    private static final Vader VADER = new Vader();
  }

  static Vader shared() {
    return Shared.VADER;
  }

  /** Shares of the words of a text, and a score of all from -1 to 1. */
  record Score(double positive, double neutral, double negative, double compound) {}

  @Override
  public String name() {
    return "vader-3.3.2";
  }

  @Override
  public Sentiment of(String text) {
    Score score = score(text);
    return Sentiment.of(score.positive(), score.negative());
  }

  Score score(String text) {
    List<String> words = VaderWords.of(text.strip());
    if (words.isEmpty()) {
      return new Score(0, 0, 0, 0);
    }
    double[] valences = new VaderWords(lexicon, words).valences();
    double emphasis = emphasis(text);
    double sum = 0;
    double positive = 0;
    double negative = 0;
    int neutral = 0;
    for (double valence : valences) {
      sum += valence;
      // One more makes up for neutral words, which count as 1.
      positive += valence > 0 ? valence + 1 : 0;
      negative += valence < 0 ? 1 - valence : 0;
      neutral += valence == 0 ? 1 : 0;
    }
    sum += Math.signum(sum) * emphasis;
    if (positive > negative) {
      positive += emphasis;
    } else if (negative > positive) {
      negative += emphasis;
    }
    double total = positive + negative + neutral;
    return new Score(
        positive / total, neutral / total, negative / total, sum / Math.sqrt(sum * sum + ALPHA));
  }

  private static double emphasis(String text) {
    long exclamations = text.chars().filter(c -> c == '!').count();
    long questions = text.chars().filter(c -> c == '?').count();
    double asked = questions > 3 ? MANY_QUESTIONS : questions > 1 ? questions * QUESTION : 0;
    return Math.min(MOST_EXCLAMATIONS, exclamations) * EXCLAMATION + asked;
  }
}
