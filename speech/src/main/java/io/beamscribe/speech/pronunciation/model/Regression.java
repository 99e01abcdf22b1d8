// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

import com.fasterxml.jackson.databind.JsonNode;

/** Ridge regression, or the mean of it and of trees if there are any. Immutable. */
final class Regression {
  /** Standard deviations beyond which a number counts no more. */
  private static final double FAR = 4;

  private final double[] mean;
  private final double[] scale;
  private final double[] weights;
  private final double bias;
  private final Trees trees;

  Regression(JsonNode json) {
    mean = JsonArrays.doubles(json.path("mean"));
    scale = JsonArrays.doubles(json.path("scale"));
    weights = JsonArrays.doubles(json.path("weights"));
    bias = json.path("bias").asDouble();
    trees = new Trees(json);
  }

  double predict(double[] x) {
    if (x.length != weights.length) {
      throw new IllegalArgumentException(x.length + " numbers instead of " + weights.length);
    }
    double sum = bias;
    for (int i = 0; i < x.length; i++) {
      double z = (x[i] - mean[i]) / scale[i];
      sum += Math.max(-FAR, Math.min(FAR, z)) * weights[i];
    }
    return trees.isEmpty() ? sum : (sum + trees.predict(x)) / 2;
  }
}
