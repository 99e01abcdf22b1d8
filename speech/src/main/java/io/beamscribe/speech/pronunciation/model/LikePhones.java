// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * What {@link Likeness} found of the phones of a text, as {@code
 * training/pronunciation/likeness.py} has it.
 *
 * @param near a row for each phone
 * @param usual the mean mark of each of the phones
 * @param deviation means over the phones of how far off each number of the states is, and then of
 *     their sizes
 */
record LikePhones(double[][] near, double[] usual, double[] deviation) {
  /** Columns of {@link #near}. */
  private static final int OWN = 0;

  private static final int MARGIN = 1;
  private static final int ENTROPY = 2;
  private static final int DISTANCE = 3;
  private static final int GUESS = 4;

  private static final double QUARTER = 0.25;

  /**
   * Of each phone: what is said of it, of those beside it, of its word and of the whole.
   *
   * @param ofWord the phones of each word, by number
   */
  double[][] phoneRows(int[][] ofWord) {
    double[] own = column(OWN);
    double[] guess = column(GUESS);
    double all = Numbers.mean(own);
    double allGuess = Numbers.mean(guess);
    double[][] rows = new double[near.length][];
    for (int[] word : ofWord) {
      double wordOwn = Numbers.mean(Numbers.pick(own, word));
      for (int i : word) {
        rows[i] =
            new Row()
                .add(near[i])
                .add(usual[i])
                .add(i > 0 ? guess[i - 1] : 0, i + 1 < guess.length ? guess[i + 1] : 0)
                .add(wordOwn, all, allGuess)
                .numbers();
      }
    }
    return rows;
  }

  /**
   * @param word its phones, by number
   */
  double[] wordRow(int[] word) {
    double[] own = Numbers.pick(column(OWN), word);
    double[] margin = Numbers.pick(column(MARGIN), word);
    double[] guess = Numbers.pick(column(GUESS), word);
    return new Row()
        .add(Numbers.mean(own), Numbers.least(own), Numbers.mean(margin), Numbers.least(margin))
        .add(Numbers.mean(Numbers.pick(column(ENTROPY), word)))
        .add(Numbers.mean(Numbers.pick(column(DISTANCE), word)))
        .add(Numbers.mean(guess), Numbers.least(guess))
        .numbers();
  }

  double[] row() {
    double[] own = column(OWN);
    double[] margin = column(MARGIN);
    double[] distance = column(DISTANCE);
    double[] guess = column(GUESS);
    double[] closeness = DoubleStream.of(distance).map(x -> -x).toArray();
    double mistaken = (double) DoubleStream.of(margin).filter(x -> x < 0).count() / near.length;
    return new Row()
        .add(Numbers.mean(own), Numbers.low(own, QUARTER))
        .add(Numbers.mean(margin), Numbers.low(margin, QUARTER))
        .add(Numbers.mean(column(ENTROPY)), Numbers.mean(distance))
        .add(-Numbers.low(closeness, QUARTER))
        .add(Numbers.mean(guess), Numbers.low(guess, QUARTER), mistaken)
        .numbers();
  }

  private double[] column(int number) {
    return Arrays.stream(near).mapToDouble(row -> row[number]).toArray();
  }
}
