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

  /** A single voice. */
  public static Cluster of(float[] voice, double seconds) {
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
    double product = 0;
    for (int i = 0; i < sum.length; i++) {
      product += sum[i] * other.sum[i];
    }
    return product / (seconds * other.seconds);
  }

  /** The centroid of the voices, of unit length; all zeros if they cancel out. */
  public double[] centroid() {
    double squares = 0;
    for (double each : sum) {
      squares += each * each;
    }
    double length = Math.sqrt(squares);
    double[] centroid = sum.clone();
    for (int i = 0; i < centroid.length && length > 0; i++) {
      centroid[i] /= length;
    }
    return centroid;
  }

  /** The cosine of a voice to each centroid. */
  public static double[] cosines(List<double[]> centroids, float[] voice) {
    double[] cosines = new double[centroids.size()];
    for (int i = 0; i < cosines.length; i++) {
      double[] centroid = centroids.get(i);
      for (int j = 0; j < centroid.length; j++) {
        cosines[i] += centroid[j] * voice[j];
      }
    }
    return cosines;
  }
}
