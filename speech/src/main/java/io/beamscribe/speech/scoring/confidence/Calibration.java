// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.confidence;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Confidences of words beside whether they were right, gathered in bins of equal width. A
 * confidence is calibrated if of the words with 0.8, 80 % are right. Immutable.
 *
 * @param bins from the lowest confidence to the highest
 * @param information sum of log2 of the confidence in what came true, over all words
 */
public record Calibration(List<Bin> bins, double information) implements Serializable {
  /** Number of bins. */
  public static final int BINS = 20;

  /** A confidence of 0 or 1 that is wrong would tell infinitely much. */
  private static final double LEAST = 1e-7;

  public static final Calibration NONE = new Builder().build();

  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * Words of similar confidence.
   *
   * @param sum of their confidences
   */
  public record Bin(long words, long correct, double sum) implements Serializable {
    Bin plus(Bin other) {
      return new Bin(words + other.words, correct + other.correct, sum + other.sum);
    }
  }

  public Calibration plus(Calibration other) {
    List<Bin> sums = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      sums.add(bins.get(i).plus(other.bins.get(i)));
    }
    return new Calibration(sums, information + other.information);
  }

  public long words() {
    return bins.stream().mapToLong(Bin::words).sum();
  }

  public long correct() {
    return bins.stream().mapToLong(Bin::correct).sum();
  }

  /**
   * Expected calibration error: mean distance between confidence and share of right words, weighted
   * by words, in bins of equal width; NaN without words.
   */
  public double expectedError() {
    double sum = 0;
    for (Bin bin : bins) {
      sum += Math.abs(bin.sum() - bin.correct());
    }
    return sum / words();
  }

  /**
   * Normalised cross entropy, as NIST defines it: 1 if confidences tell all, 0 if no more than the
   * share of right words does, negative if less; NaN if all words are right or none is.
   */
  public double normalizedCrossEntropy() {
    long right = correct();
    long wrong = words() - right;
    if (right == 0 || wrong == 0) {
      return Double.NaN;
    }
    double share = (double) right / (right + wrong);
    double most = -right * log2(share) - wrong * log2(1 - share);
    return (most + information) / most;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  /** Gathers words. Not thread-safe. */
  public static final class Builder {
    private final long[] words = new long[BINS];
    private final long[] correct = new long[BINS];
    private final double[] sums = new double[BINS];
    private double information;

    /**
     * Adds a word of the hypothesis.
     *
     * @param confidence between 0 and 1; what is outside counts as the nearer of these
     */
    public void add(double confidence, boolean right) {
      double inside = Math.max(0, Math.min(1, confidence));
      int bin = Math.min(BINS - 1, (int) (inside * BINS));
      words[bin]++;
      correct[bin] += right ? 1 : 0;
      sums[bin] += inside;
      information += log2(Math.max(LEAST, right ? inside : 1 - inside));
    }

    public Calibration build() {
      List<Bin> bins = new ArrayList<>();
      for (int i = 0; i < BINS; i++) {
        bins.add(new Bin(words[i], correct[i], sums[i]));
      }
      return new Calibration(bins, information);
    }
  }
}
