// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.conversations;

import io.beamscribe.speech.scoring.alignment.EditCounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Word errors of a conversation when the speakers of the hypothesis are given those of the
 * reference in the way that makes the fewest errors: cpWER (Watanabe et al. 2020), and tcpWER, in
 * which words that were said at different times are no match (von Neumann et al. 2023), both as
 * meeteval computes them. Thread-safe.
 */
public final class Permutation {
  private Permutation() {}

  /**
   * Scores a file by the words of each speaker.
   *
   * @param reference the words of each speaker in order of time
   * @param hypothesis the words of each speaker in order of time
   */
  public static EditCounts cp(
      Map<String, List<TimedWord>> reference, Map<String, List<TimedWord>> hypothesis) {
    return best(reference, hypothesis, false);
  }

  /**
   * Scores a file by the words of each speaker and their times.
   *
   * @param collar seconds by which the middle of a word may be outside of the time of another one
   */
  public static EditCounts tcp(
      Map<String, List<TimedWord>> reference,
      Map<String, List<TimedWord>> hypothesis,
      double collar) {
    Map<String, List<TimedWord>> wide = new HashMap<>();
    hypothesis.forEach(
        (speaker, words) ->
            wide.put(speaker, words.stream().map(word -> word.around(collar)).toList()));
    return best(reference, wide, true);
  }

  private static EditCounts best(
      Map<String, List<TimedWord>> reference,
      Map<String, List<TimedWord>> hypothesis,
      boolean timed) {
    List<List<TimedWord>> rows = sorted(reference);
    List<List<TimedWord>> columns = sorted(hypothesis);
    int size = Math.max(rows.size(), columns.size());
    if (size == 0) {
      return EditCounts.NONE;
    }
    EditCounts[][] counts = new EditCounts[size][size];
    double[][] cost = new double[size][size];
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        List<TimedWord> row = i < rows.size() ? rows.get(i) : List.of();
        List<TimedWord> column = j < columns.size() ? columns.get(j) : List.of();
        counts[i][j] = Distance.of(row, column, timed, numbers);
        cost[i][j] = counts[i][j].errors();
      }
    }
    int[] map = Assignment.cheapest(cost);
    EditCounts sum = EditCounts.NONE;
    for (int i = 0; i < size; i++) {
      sum = sum.plus(counts[i][map[i]]);
    }
    return sum;
  }

  private static List<List<TimedWord>> sorted(Map<String, List<TimedWord>> speakers) {
    List<String> names = new ArrayList<>(speakers.keySet());
    names.sort(null);
    List<List<TimedWord>> words = new ArrayList<>();
    names.forEach(name -> words.add(speakers.getOrDefault(name, List.of())));
    return words;
  }
}
