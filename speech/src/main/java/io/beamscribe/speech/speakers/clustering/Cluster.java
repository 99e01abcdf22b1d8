// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.clustering;

import java.util.List;

/**
 * Voices treated as one.
 *
 * @param sum of their unit-length embeddings, each weighted by its seconds
 * @param seconds of all
 */
public record Cluster(double[] sum, double seconds) {

  /** A single voice. */
  public static Cluster of(double[] voice, double seconds) {
    double[] sum = new double[voice.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = voice[i] * seconds;
    }
    return new Cluster(sum, seconds);
  }

  public Cluster with(Cluster other) {
    double[] both = sum.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] += other.sum[i];
    }
    return new Cluster(both, seconds + other.seconds);
  }

  /** The mean cosine between the voices of the two clusters, weighted by seconds. */
  public double similarity(Cluster other) {
    return Scores.product(sum, other.sum) / (seconds * other.seconds);
  }

  /** The centroid of the voices, of unit length; all zeros if they cancel out. */
  public double[] centroid() {
    double length = Math.sqrt(Scores.product(sum, sum));
    double[] centroid = sum.clone();
    for (int i = 0; i < centroid.length && length > 0; i++) {
      centroid[i] /= length;
    }
    return centroid;
  }

  /** The cosine of a voice to each centroid. */
  public static double[] cosines(List<double[]> centroids, double[] voice) {
    return centroids.stream().mapToDouble(centroid -> Scores.product(centroid, voice)).toArray();
  }
}
