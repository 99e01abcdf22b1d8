// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.sentiment;

import java.util.List;

/**
 * The sentiment of what was said: three shares that sum to 1, each with four digits. Immutable.
 *
 * @param positive from 0 to 1
 * @param neutral from 0 to 1
 * @param negative from 0 to 1
 */
public record Sentiment(double positive, double neutral, double negative) {
  private static final double DIGITS = 10_000;

  /** Rounds two shares; the neutral one is the rest. */
  static Sentiment of(double positive, double negative) {
    long first = Math.round(positive * DIGITS);
    long last = Math.round(negative * DIGITS);
    return new Sentiment(first / DIGITS, (DIGITS - first - last) / DIGITS, last / DIGITS);
  }

  /** Positive less negative, from -1 to 1. */
  public double balance() {
    return positive - negative;
  }

  /** A sentiment, and how much it counts in a mean. */
  public record Weighted(Sentiment sentiment, double weight) {}

  /** The mean of some, of which at least one has a weight. */
  public static Sentiment mean(List<Weighted> all) {
    double sum = all.stream().mapToDouble(Weighted::weight).sum();
    return of(
        all.stream().mapToDouble(each -> each.weight * each.sentiment.positive).sum() / sum,
        all.stream().mapToDouble(each -> each.weight * each.sentiment.negative).sum() / sum);
  }
}
