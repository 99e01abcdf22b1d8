// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.alignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the alignment of two sequences that an {@link AlignmentRule} asks for. Only cells near the
 * diagonal are computed, as many as the number of errors makes necessary (Ukkonen 1985), so that
 * hours of speech fit into memory as long as most of it is right. Thread-safe.
 */
public final class Aligner {
  private static final int LEAST_BAND = 32;

  private final AlignmentRule rule;

  public Aligner(AlignmentRule rule) {
    this.rule = rule;
  }

  /** Aligns tokens by equality, from the first to the last. */
  public <T> List<Edit> align(List<T> reference, List<T> hypothesis) {
    Map<T, Integer> numbers = new HashMap<>();
    return align(numbered(reference, numbers), numbered(hypothesis, numbers));
  }

  private static <T> int[] numbered(List<T> tokens, Map<T, Integer> numbers) {
    int[] all = new int[tokens.size()];
    for (int i = 0; i < all.length; i++) {
      Integer known = numbers.putIfAbsent(tokens.get(i), numbers.size());
      all[i] = known == null ? numbers.size() - 1 : known;
    }
    return all;
  }

  private List<Edit> align(int[] reference, int[] hypothesis) {
    int start = 0;
    int refEnd = reference.length;
    int hypEnd = hypothesis.length;
    if (rule != AlignmentRule.SCLITE) {
      int most = Math.min(refEnd, hypEnd);
      while (start < most && reference[start] == hypothesis[start]) {
        start++;
      }
      while (refEnd > start && hypEnd > start && reference[refEnd - 1] == hypothesis[hypEnd - 1]) {
        refEnd--;
        hypEnd--;
      }
    }
    List<Edit> edits = new ArrayList<>();
    for (int i = reference.length - refEnd; i > 0; i--) {
      edits.add(
          new Edit(EditKind.CORRECT, refEnd + i - 1, hypEnd + i - 1)); // backwards, as all of it
    }
    middle(reference, hypothesis, start, refEnd, hypEnd, edits);
    for (int i = start - 1; i >= 0; i--) {
      edits.add(new Edit(EditKind.CORRECT, i, i));
    }
    Collections.reverse(edits);
    return edits;
  }

  private void middle(
      int[] reference, int[] hypothesis, int start, int refEnd, int hypEnd, List<Edit> edits) {
    int rows = refEnd - start;
    int columns = hypEnd - start;
    // Of the fewest edits the fewest substitutions: these cost a little more than the others.
    long indel = rule == AlignmentRule.LEVENSHTEIN ? rows + (long) columns + 1 : 1;
    long substitution = indel + (rule == AlignmentRule.LEVENSHTEIN ? 1 : 0);
    if (rule == AlignmentRule.SCLITE) {
      indel = 3;
      substitution = 4;
    }
    int band = Math.max(LEAST_BAND, 2 * Math.abs(rows - columns));
    while (true) {
      BandedMatrix matrix =
          new BandedMatrix(rows, columns, band, indel, substitution, rule == AlignmentRule.JIWER);
      long cost = matrix.fill(reference, hypothesis, start);
      // An alignment that leaves the band has more than that many insertions or deletions.
      if (cost < indel * (band + 1L) || band >= Math.max(rows, columns)) {
        matrix.trace(reference, hypothesis, start, edits);
        return;
      }
      band = Math.min(Math.max(rows, columns), 2 * band);
    }
  }
}
