// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

import com.fasterxml.jackson.databind.JsonNode;

/** Ridge regression, or a share of it and one of trees. Immutable. */
final class Regression {
  /** Standard deviations beyond which a number counts no more. */
  private static final double FAR = 4;

  private final float[] mean;
  private final float[] scale;
  private final float[] weights;
  private final double bias;
  private final double share;
  private final Trees trees;

  Regression(JsonNode json) {
    mean = JsonArrays.floats(json.path("mean"));
    scale = JsonArrays.floats(json.path("scale"));
    weights = JsonArrays.floats(json.path("weights"));
    bias = json.path("bias").asDouble();
    share = json.path("share").asDouble();
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
    return share > 0 ? (1 - share) * sum + share * trees.predict(x) : sum;
  }
}
