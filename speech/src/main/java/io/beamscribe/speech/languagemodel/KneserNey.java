// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.util.function.IntToDoubleFunction;

/**
 * A model of a text by interpolated modified Kneser-Ney smoothing (Chen and Goodman 1998, An
 * Empirical Study of Smoothing Techniques for Language Modeling, section 3): shorter sequences
 * count by how many different words come before them, and three discounts for sequences that occur
 * once, twice and more often are estimated from the text. What is left for words that the text
 * lacks goes to those of the model that is adapted.
 *
 * <p>Counts may be fractions, of sentences that share one count because each of them might have
 * been said. A sequence that is expected less than once counts as that share of a sequence that
 * occurs once, and so does its discount: what shares a count shares the probability that it would
 * have had alone, which is what a class of words does. (Compare Zhang and Chiang 2014, Kneser-Ney
 * Smoothing on Expected Counts.)
 *
 * <p>A state is a node of the counts. Thread-safe once made.
 */
final class KneserNey {
  private final NgramCounts counts;
  private final IntToDoubleFunction base;

  /** Of each node, the probability of its last word after the others. */
  private final float[] probability;

  /** Of each node as a context, what is left for words that do not follow it. */
  private final float[] rest;

  KneserNey(NgramCounts counts, BaseModel base) {
    this(counts, base::alone);
  }

  /**
   * @param base probability of any word in the model that is adapted
   */
  KneserNey(NgramCounts counts, IntToDoubleFunction base) {
    this.counts = counts;
    this.base = base;
    int size = counts.size();
    double[] value = values(counts);
    double[][] discounts = new double[counts.order() + 1][];
    for (int n = 1; n <= counts.order(); n++) {
      discounts[n] = discounts(counts, value, n);
    }
    double[] sum = new double[size];
    double[] left = new double[size];
    for (int node = 1; node < size; node++) {
      if (isWord(node)) {
        int before = counts.prefix(node);
        sum[before] += value[node];
        left[before] += discount(discounts[counts.length(node)], value[node]);
      }
    }
    probability = new float[size];
    rest = new float[size];
    for (int node = 0; node < size; node++) {
      rest[node] = sum[node] == 0 ? 1 : (float) (left[node] / sum[node]);
    }
    for (int node = 1; node < size; node++) {
      if (isWord(node)) {
        int before = counts.prefix(node);
        double own = value[node] - discount(discounts[counts.length(node)], value[node]);
        double shorter =
            before == 0 ? base.applyAsDouble(counts.word(node)) : probability[counts.suffix(node)];
        probability[node] = (float) (own / sum[before] + rest[before] * shorter);
      }
    }
  }

  /** The beginning of a sentence is never said. */
  private boolean isWord(int node) {
    return counts.length(node) > 1 || counts.word(node) != ConstFst.BEGIN;
  }

  private static double[] values(NgramCounts counts) {
    double[] value = new double[counts.size()];
    for (int node = 1; node < value.length; node++) {
      if (counts.length(node) > 1) {
        value[counts.suffix(node)] += Math.min(1, counts.count(node));
      }
    }
    for (int node = 1; node < value.length; node++) {
      // nothing comes before the beginning of a sentence, or of a part of one
      if (counts.length(node) == counts.order() || value[node] == 0 || counts.begins(node)) {
        value[node] = counts.count(node);
      }
    }
    return value;
  }

  private static double[] discounts(NgramCounts counts, double[] value, int length) {
    double[] n = new double[5];
    for (int node = 1; node < value.length; node++) {
      long near = Math.round(value[node]);
      if (counts.length(node) == length && near < n.length) {
        n[(int) Math.max(1, near)] += Math.min(1, value[node]);
      }
    }
    double[] found = {0, .7, 1.1, 1.4};
    if (n[1] > 0 && n[2] > 0) {
      double y = n[1] / (n[1] + 2 * n[2]);
      for (int k = 1; k <= 3; k++) {
        if (n[k] > 0 && n[k + 1] > 0) {
          double estimate = k - (k + 1) * y * n[k + 1] / n[k];
          // texts of a few lines give estimates that make no sense
          found[k] = Math.min(Math.max(estimate, .3 * k), Math.min(.9 * k, k - .2));
        }
      }
    }
    return found;
  }

  /** Between whole numbers, in proportion. */
  private static double discount(double[] discounts, double value) {
    int whole = (int) Math.min(value, 2);
    double above = Math.min(value - whole, 1);
    return (1 - above) * discounts[whole] + above * discounts[whole + 1];
  }

  NgramCounts counts() {
    return counts;
  }

  /** The probability of a word, or of the sentence's end, after a context. */
  double probability(int context, int word) {
    double weight = 1;
    int each = context;
    while (true) {
      int node = counts.child(each, word);
      if (node >= 0) {
        return weight * probability[node];
      }
      weight *= rest[each];
      if (each == 0) {
        return weight * base.applyAsDouble(word);
      }
      each = counts.suffix(each);
    }
  }

  /** The context after one more word. */
  int next(int context, int word) {
    int each = counts.length(context) == counts.order() ? counts.suffix(context) : context;
    while (true) {
      int node = counts.child(each, word);
      if (node >= 0 && counts.length(node) < counts.order()) {
        return node;
      }
      if (each == 0) {
        return 0;
      }
      each = counts.suffix(each);
    }
  }

  /** The context at a sentence's beginning. */
  int start() {
    return Math.max(0, counts.child(0, ConstFst.BEGIN));
  }
}
