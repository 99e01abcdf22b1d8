// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.conversations;

import io.beamscribe.speech.scoring.alignment.EditCounts;
import java.util.List;
import java.util.Map;

/** Edits between two sequences of words, in the memory of one row. */
final class Distance {
  private Distance() {}

  /**
   * The fewest edits; of these, the fewest substitutions.
   *
   * @param timed whether only words whose times overlap are matched
   * @param numbers of words, kept for the next call
   */
  static EditCounts of(
      List<TimedWord> reference,
      List<TimedWord> hypothesis,
      boolean timed,
      Map<String, Integer> numbers) {
    int[] rows = numbered(reference, numbers);
    int[] columns = numbered(hypothesis, numbers);
    long indel = rows.length + (long) columns.length + 1;
    long[] row = new long[columns.length + 1];
    for (int j = 0; j <= columns.length; j++) {
      row[j] = j * indel;
    }
    for (int i = 1; i <= rows.length; i++) {
      long diagonal = row[0];
      row[0] = i * indel;
      TimedWord word = reference.get(i - 1);
      for (int j = 1; j <= columns.length; j++) {
        long best = Math.min(row[j], row[j - 1]) + indel;
        if (!timed || overlap(word, hypothesis.get(j - 1))) {
          best = Math.min(best, diagonal + (rows[i - 1] == columns[j - 1] ? 0 : indel + 1));
        }
        diagonal = row[j];
        row[j] = best;
      }
    }
    long cost = row[columns.length];
    long errors = cost / indel;
    long substitutions = cost % indel;
    long gaps = errors - substitutions;
    long insertions = (gaps + columns.length - rows.length) / 2;
    long deletions = gaps - insertions;
    return new EditCounts(
        rows.length - substitutions - deletions, substitutions, deletions, insertions);
  }

  private static boolean overlap(TimedWord one, TimedWord other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static int[] numbered(List<TimedWord> words, Map<String, Integer> numbers) {
    return words.stream()
        .mapToInt(word -> numbers.computeIfAbsent(word.text(), key -> numbers.size()))
        .toArray();
  }
}
