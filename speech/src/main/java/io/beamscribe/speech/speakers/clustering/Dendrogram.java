// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.clustering;

import java.util.ArrayList;
import java.util.List;

/**
 * Agglomerative clustering by average linkage (Sokal and Michener, 1958): the two most similar
 * clusters are merged repeatedly. Average linkage has no inversions, so similarities decrease from
 * step to step. Ties are resolved in the order of the clusters, so the result is deterministic.
 * Memory grows with the square of the number of clusters.
 */
final class Dendrogram {
  private final int leaves;
  private final List<Step> steps = new ArrayList<>();

  /** Merges the second into the first. */
  private record Step(int first, int second, double similarity) {}

  Dendrogram(List<Cluster> leaves) {
    this.leaves = leaves.size();
    Cluster[] clusters = leaves.toArray(Cluster[]::new);
    int count = clusters.length;
    double[][] similar = new double[count][count];
    int[] nearest = new int[count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < i; j++) {
        similar[i][j] = similar[j][i] = clusters[i].similarity(clusters[j]);
      }
    }
    for (int i = 0; i < count; i++) {
      nearest[i] = nearest(i, clusters, similar);
    }
    for (int left = count; left > 1; left--) {
      int first = mostSimilar(clusters, nearest, similar);
      int second = nearest[first];
      if (second < first) {
        int swapped = first;
        first = second;
        second = swapped;
      }
      steps.add(new Step(first, second, similar[first][second]));
      clusters[first] = clusters[first].with(clusters[second]);
      clusters[second] = null;
      for (int i = 0; i < count; i++) {
        if (clusters[i] != null && i != first) {
          similar[i][first] = similar[first][i] = clusters[first].similarity(clusters[i]);
        }
      }
      for (int i = 0; i < count; i++) {
        if (clusters[i] != null
            && (i == first
                || nearest[i] == first
                || nearest[i] == second
                || similar[i][first] > similar[i][nearest[i]])) {
          nearest[i] = nearest(i, clusters, similar);
        }
      }
    }
  }

  private static int nearest(int of, Cluster[] clusters, double[][] similar) {
    int best = -1;
    for (int i = 0; i < clusters.length; i++) {
      if (i != of && clusters[i] != null && (best < 0 || similar[of][i] > similar[of][best])) {
        best = i;
      }
    }
    return best;
  }

  private static int mostSimilar(Cluster[] clusters, int[] nearest, double[][] similar) {
    int best = -1;
    for (int i = 0; i < clusters.length; i++) {
      if (clusters[i] != null
          && (best < 0 || similar[i][nearest[i]] > similar[best][nearest[best]])) {
        best = i;
      }
    }
    return best;
  }

  /** The number of steps with at least this similarity. */
  int stepsDownTo(double similarity) {
    int count = 0;
    while (count < steps.size() && steps.get(count).similarity() >= similarity) {
      count++;
    }
    return count;
  }

  /** The numbers of the leaves in each cluster after this many steps, by their first members. */
  List<List<Integer>> groupsAfter(int count) {
    List<List<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < leaves; i++) {
      groups.add(new ArrayList<>(List.of(i)));
    }
    for (Step step : steps.subList(0, count)) {
      groups.get(step.first()).addAll(groups.get(step.second()));
      groups.get(step.second()).clear();
    }
    return groups.stream().filter(group -> !group.isEmpty()).toList();
  }
}
