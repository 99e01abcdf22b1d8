// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.alignment;

import java.io.Serializable;
import java.util.List;

/** Numbers of tokens by what became of them. Immutable. */
public record EditCounts(long correct, long substitutions, long deletions, long insertions)
    implements Serializable {
  public static final EditCounts NONE = new EditCounts(0, 0, 0, 0);

  /** Counts the steps of an alignment. */
  public static EditCounts of(List<Edit> edits) {
    long[] counts = new long[EditKind.values().length];
    for (Edit edit : edits) {
      counts[edit.kind().ordinal()]++;
    }
    return new EditCounts(counts[0], counts[1], counts[2], counts[3]);
  }

  public EditCounts plus(EditCounts other) {
    return new EditCounts(
        correct + other.correct,
        substitutions + other.substitutions,
        deletions + other.deletions,
        insertions + other.insertions);
  }

  public long errors() {
    return substitutions + deletions + insertions;
  }

  /** Tokens of the reference. */
  public long reference() {
    return correct + substitutions + deletions;
  }

  /** Tokens of the hypothesis. */
  public long hypothesis() {
    return correct + substitutions + insertions;
  }

  /**
   * Errors per token of the reference: 0 or more, above 1 where there are many insertions. A
   * reference without tokens counts as one token, so that insertions into silence are seen.
   */
  public double rate() {
    return (double) errors() / Math.max(1, reference());
  }
}
