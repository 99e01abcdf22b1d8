// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.text.TextWidth;
import java.util.List;

/**
 * Lays out runs of pieces as one or two lines. A run is named by the index of its first piece and
 * the one past its last.
 */
final class CueLayout {
  /** No layout: the run does not fit. */
  static final int DOES_NOT_FIT = -1;

  private final List<TimedPiece> pieces;
  private final int reserved;

  /** Columns of all pieces before each, with the spaces between them. */
  private final int[] before;

  /**
   * @param reserved columns that a label takes from the first line
   */
  CueLayout(List<TimedPiece> pieces, int reserved) {
    this.pieces = pieces;
    this.reserved = reserved;
    before = new int[pieces.size() + 1];
    for (int i = 0; i < pieces.size(); i++) {
      TimedPiece piece = pieces.get(i);
      before[i + 1] = before[i] + TextWidth.of(piece.text()) + (piece.spaced() ? 1 : 0);
    }
  }

  int columns(int from, int to) {
    return before[to] - before[from] - (pieces.get(from).spaced() ? 1 : 0);
  }

  /**
   * Index of the piece that begins the second line, {@code to} where one line is enough, or {@link
   * #DOES_NOT_FIT}. Lines are of similar length, the upper one preferably shorter, and preferably
   * broken where a phrase or a clause ends.
   */
  int secondLine(int from, int to) {
    if (columns(from, to) <= SubtitleRules.COLUMNS - reserved) {
      return to;
    }
    int best = DOES_NOT_FIT;
    int bestCost = Integer.MAX_VALUE;
    for (int i = from + 1; i < to; i++) {
      int upper = columns(from, i) + reserved;
      int lower = columns(i, to);
      if (upper <= SubtitleRules.COLUMNS && lower <= SubtitleRules.COLUMNS) {
        int cost = 2 * Math.abs(upper - lower) + (upper > lower ? 3 : 0) - merit(i - 1);
        if (cost < bestCost) {
          best = i;
          bestCost = cost;
        }
      }
    }
    return best;
  }

  List<String> lines(int from, int to) {
    int second = secondLine(from, to);
    return second == to ? List.of(line(from, to)) : List.of(line(from, second), line(second, to));
  }

  private int merit(int piece) {
    if (pieces.get(piece).last() || Punctuation.endsSentence(pieces.get(piece).text())) {
      return 30;
    }
    return Punctuation.endsClause(pieces.get(piece).text()) ? 20 : 0;
  }

  private String line(int from, int to) {
    StringBuilder line = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from && pieces.get(i).spaced()) {
        line.append(' ');
      }
      line.append(pieces.get(i).text());
    }
    return line.toString();
  }
}
