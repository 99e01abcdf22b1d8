// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.util.Arrays;

/** The words that follow each node of counts, by their labels. Immutable. */
final class Followers {
  private final int[] first;
  private final int[] words;

  Followers(NgramCounts counts) {
    first = new int[counts.size() + 1];
    for (int node = 1; node < counts.size(); node++) {
      first[counts.prefix(node) + 1]++;
    }
    for (int i = 1; i < first.length; i++) {
      first[i] += first[i - 1];
    }
    words = new int[counts.size() - 1];
    int[] at = first.clone();
    for (int node = 1; node < counts.size(); node++) {
      words[at[counts.prefix(node)]++] = counts.word(node);
    }
    for (int node = 0; node < counts.size(); node++) {
      Arrays.sort(words, first[node], first[node + 1]);
    }
  }

  int count(int node) {
    return first[node + 1] - first[node];
  }

  int first(int node) {
    return first[node];
  }

  int word(int at) {
    return words[at];
  }
}
