// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

/** A linear layer that hears phones in the states of an encoder. Immutable. */
final class Probe {
  /** The least logarithm of a probability. */
  private static final float LEAST = -20;

  private final int width;
  private final float[][] weights;
  private final float[] bias;

  /**
   * @param weights a row of the encoder's width for each phone
   */
  Probe(float[][] weights, float[] bias) {
    this.weights = weights;
    this.bias = bias;
    this.width = weights[0].length;
  }

  int width() {
    return width;
  }

  Posteriors hear(float[] hidden) {
    float[][] all = new float[hidden.length / width][];
    for (int t = 0; t < all.length; t++) {
      all[t] = frame(hidden, t * width);
    }
    return new Posteriors(all);
  }

  private float[] frame(float[] hidden, int at) {
    float[] row = new float[weights.length];
    float greatest = Float.NEGATIVE_INFINITY;
    for (int phone = 0; phone < row.length; phone++) {
      float[] w = weights[phone];
      double sum = bias[phone];
      for (int i = 0; i < width; i++) {
        sum += w[i] * hidden[at + i];
      }
      row[phone] = (float) sum;
      greatest = Math.max(greatest, row[phone]);
    }
    double sum = 0;
    for (float each : row) {
      sum += Math.exp(each - greatest);
    }
    double total = greatest + Math.log(sum);
    for (int phone = 0; phone < row.length; phone++) {
      row[phone] = Math.max(LEAST, (float) (row[phone] - total));
    }
    return row;
  }
}
