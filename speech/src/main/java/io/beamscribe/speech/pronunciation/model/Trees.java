// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

import com.fasterxml.jackson.databind.JsonNode;

/** Boosted regression trees. Immutable. */
final class Trees {
  private final double baseline;
  private final int[][] features;
  private final int[][] lefts;
  private final int[][] rights;

  /** Thresholds of inner nodes, which the smaller numbers go left of, and values of leaves. */
  private final double[][] values;

  Trees(JsonNode json) {
    JsonNode all = json.path("trees");
    baseline = json.path("baseline").asDouble();
    features = new int[all.size()][];
    lefts = new int[all.size()][];
    rights = new int[all.size()][];
    values = new double[all.size()][];
    for (int i = 0; i < all.size(); i++) {
      JsonNode tree = all.get(i);
      features[i] = JsonArrays.ints(tree.path("feature"));
      lefts[i] = JsonArrays.ints(tree.path("left"));
      rights[i] = JsonArrays.ints(tree.path("right"));
      values[i] = JsonArrays.doubles(tree.path("value"));
    }
  }

  double predict(double[] x) {
    double sum = baseline;
    for (int tree = 0; tree < features.length; tree++) {
      int node = 0;
      while (features[tree][node] >= 0) {
        boolean left = x[features[tree][node]] <= values[tree][node];
        node = left ? lefts[tree][node] : rights[tree][node];
      }
      sum += values[tree][node];
    }
    return sum;
  }
}
