package io.beamscribe.speech.speakers;

import java.util.List;

/**
 * Voices that are taken for one.
 *
 * @param sum of their prints, each of length one times its seconds
 * @param seconds of all
 */
record Cluster(double[] sum, double seconds) {

  /** A single voice. */
  static Cluster of(float[] voice, double seconds) {
    double[] sum = new double[voice.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = voice[i] * seconds;
    }
    return new Cluster(sum, seconds);
  }

  Cluster with(Cluster other) {
    double[] both = sum.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] += other.sum[i];
    }
    return new Cluster(both, seconds + other.seconds);
  }

  /** The mean cosine between the voices of one and those of the other, weighed by seconds. */
  double similarity(Cluster other) {
    double product = 0;
    for (int i = 0; i < sum.length; i++) {
      product += sum[i] * other.sum[i];
    }
    return product / (seconds * other.seconds);
  }

  /** The middle of the voices, of length one; all zeros where they cancel each other. */
  double[] centroid() {
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

  /** How near a voice is to each of some centroids. */
  static double[] cosines(List<double[]> centroids, float[] voice) {
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
