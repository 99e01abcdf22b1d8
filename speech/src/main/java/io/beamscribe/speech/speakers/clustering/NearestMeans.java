// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.clustering;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Divides pieces among a given number of voices, each to the mean that is nearest (Lloyd's
 * k-means): the best of some tries, of which the first begins with pieces far from each other, the
 * others with random ones (k-means++; Arthur and Vassilvitskii, 2007). A pure function of its
 * arguments.
 */
final class NearestMeans {
  private static final int TRIES = 8;
  private static final int ROUNDS = 50;

  private final double[][] at;
  private final double[] seconds;
  private final int voices;
  private int[] best = new int[0];
  private double least = Double.POSITIVE_INFINITY;

  private NearestMeans(double[][] at, double[] seconds, int voices) {
    this.at = at;
    this.seconds = seconds;
    this.voices = voices;
  }

  /**
   * The voice of each piece.
   *
   * @param at where each is
   * @param seconds of each
   * @param voices at most as many as there are pieces
   */
  static int[] labels(double[][] at, double[] seconds, int voices) {
    NearestMeans means = new NearestMeans(at, seconds, voices);
    for (int seed = 0; seed < TRIES; seed++) {
      means.attempt(new SplittableRandom(seed), seed == 0);
    }
    return means.best;
  }

  private void attempt(SplittableRandom random, boolean far) {
    double[][] means = begin(random, far);
    int[] labels = new int[at.length];
    double cost = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int[] before = labels.clone();
      cost = assign(means, labels);
      if (round > 0 && Arrays.equals(before, labels)) {
        break;
      }
      move(means, labels);
    }
    if (cost < least) {
      least = cost;
      best = labels;
    }
  }

  private double[][] begin(SplittableRandom random, boolean far) {
    double[][] means = new double[voices][];
    double[] distances = new double[at.length];
    Arrays.fill(distances, 1);
    for (int voice = 0; voice < voices; voice++) {
      int next = voice > 0 && far ? farthest(distances) : drawn(distances, random);
      means[voice] = at[next].clone();
      for (int i = 0; i < at.length; i++) {
        double distance = distance(at[i], means[voice]);
        distances[i] = voice == 0 ? distance : Math.min(distances[i], distance);
      }
    }
    return means;
  }

  private int farthest(double[] distances) {
    double[] weighted = new double[distances.length];
    Arrays.setAll(weighted, i -> distances[i] * seconds[i]);
    return Scores.best(weighted);
  }

  private int drawn(double[] distances, SplittableRandom random) {
    double total = 0;
    for (int i = 0; i < distances.length; i++) {
      total += distances[i] * seconds[i];
    }
    double left = random.nextDouble() * total;
    for (int i = 0; i < distances.length; i++) {
      left -= distances[i] * seconds[i];
      if (left < 0) {
        return i;
      }
    }
    return distances.length - 1;
  }

  private double assign(double[][] means, int[] labels) {
    double cost = 0;
    for (int i = 0; i < at.length; i++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int voice = 0; voice < voices; voice++) {
        double distance = distance(at[i], means[voice]);
        if (distance < nearest) {
          nearest = distance;
          labels[i] = voice;
        }
      }
      cost += nearest * seconds[i];
    }
    return cost;
  }

  private void move(double[][] means, int[] labels) {
    double[] weights = new double[voices];
    double[][] sums = new double[voices][at[0].length];
    for (int i = 0; i < at.length; i++) {
      weights[labels[i]] += seconds[i];
      for (int j = 0; j < at[i].length; j++) {
        sums[labels[i]][j] += at[i][j] * seconds[i];
      }
    }
    for (int voice = 0; voice < voices; voice++) {
      for (int j = 0; weights[voice] > 0 && j < sums[voice].length; j++) {
        means[voice][j] = sums[voice][j] / weights[voice];
      }
    }
  }

  private static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      double difference = one[i] - other[i];
      sum += difference * difference;
    }
    return sum;
  }
}
