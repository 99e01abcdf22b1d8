// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.alignment;

import java.util.List;

/** The part of the matrix of edit distances that is near its diagonal. For one use. */
final class BandedMatrix {
  private static final long FAR = Long.MAX_VALUE / 4;
  private static final byte DIAGONAL = 0;
  private static final byte DELETE = 1;
  private static final byte INSERT = 2;

  private final int rows;
  private final int columns;
  private final int band;
  private final long indel;
  private final long substitution;
  private final boolean deletionsFirst;

  /** The step to each cell, by row, from the left edge of the band on. */
  private final byte[][] steps;

  /**
   * @param deletionsFirst whether in a tie the step of jiwer is taken, else that of sclite
   */
  BandedMatrix(
      int rows, int columns, int band, long indel, long substitution, boolean deletionsFirst) {
    this.rows = rows;
    this.columns = columns;
    this.band = band;
    this.indel = indel;
    this.substitution = substitution;
    this.deletionsFirst = deletionsFirst;
    this.steps = new byte[rows + 1][];
  }

  /** Computes all cells and returns the cost of the last one. */
  long fill(int[] reference, int[] hypothesis, int start) {
    long[] above = new long[columns + 2];
    long[] now = new long[columns + 2];
    for (int i = 0; i <= rows; i++) {
      int left = Math.max(0, i - band);
      int right = Math.min(columns, i + band);
      steps[i] = new byte[right - left + 1];
      for (int j = left; j <= right; j++) {
        if (i == 0 && j == 0) {
          now[j] = 0;
          continue;
        }
        // The row above has no cell at the right edge, this one none before the left edge.
        long up = i == 0 || j == i + band ? FAR : above[j];
        long back = j == left ? FAR : now[j - 1];
        long before = i == 0 || j == 0 ? FAR : above[j - 1];
        boolean same = i > 0 && j > 0 && reference[start + i - 1] == hypothesis[start + j - 1];
        long diagonal = before + (same ? 0 : substitution);
        byte step = step(diagonal, up + indel, back + indel, before > back);
        steps[i][j - left] = step;
        now[j] = step == DIAGONAL ? diagonal : step == DELETE ? up + indel : back + indel;
      }
      long[] swap = above;
      above = now;
      now = swap;
    }
    return above[columns];
  }

  private byte step(long diagonal, long delete, long insert, boolean cheaperBefore) {
    if (deletionsFirst) {
      if (delete <= diagonal && delete <= insert) {
        return DELETE;
      }
      return insert <= diagonal && cheaperBefore || insert < diagonal ? INSERT : DIAGONAL;
    }
    if (diagonal <= delete && diagonal <= insert) {
      return DIAGONAL;
    }
    return delete < insert ? DELETE : INSERT;
  }

  /** Adds the steps of the alignment, the last one first. */
  void trace(int[] reference, int[] hypothesis, int start, List<Edit> edits) {
    int i = rows;
    int j = columns;
    while (i > 0 || j > 0) {
      byte step = steps[i][j - Math.max(0, i - band)];
      if (step == DIAGONAL) {
        i--;
        j--;
        boolean same = reference[start + i] == hypothesis[start + j];
        edits.add(new Edit(same ? EditKind.CORRECT : EditKind.SUBSTITUTION, start + i, start + j));
      } else if (step == DELETE) {
        i--;
        edits.add(new Edit(EditKind.DELETION, start + i, start + j));
      } else {
        j--;
        edits.add(new Edit(EditKind.INSERTION, start + i, start + j));
      }
    }
  }
}
