// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Divides the speech of a channel into subtitles: the division with the lowest total penalty, found
 * by dynamic programming over the places where a subtitle may start. Penalties are relative to the
 * cost of one more subtitle, {@value #CUE}: a cut within fluent speech costs two, a second too
 * little reading time one.
 */
final class CueCutter {
  private static final long CUE = 100;
  private static final long CUT_IN_SPEECH = 200;
  private static final long CUT_AT_CLAUSE = 80;
  private static final long PHRASE_END_INSIDE = 120;
  private static final long SENTENCE_END_INSIDE = 40;

  private final List<TimedPiece> pieces;
  private final CueLayout layout;

  CueCutter(List<TimedPiece> pieces, CueLayout layout) {
    this.pieces = pieces;
    this.layout = layout;
  }

  /** Where subtitles begin, ascending, and where the last one ends. */
  List<Integer> cuts() {
    int count = pieces.size();
    long[] cost = new long[count + 1];
    int[] begin = new int[count + 1];
    Arrays.fill(cost, 1, count + 1, Long.MAX_VALUE);
    for (int to = 1; to <= count; to++) {
      long inside = 0;
      for (int from = to - 1; from >= 0; from--) {
        if (from < to - 1) {
          inside += faultInside(from);
        }
        if (from < to - 1 && !holdsTogether(from, to)) {
          break;
        }
        long sum = cost[from] + CUE + inside + faultAtEnd(to) + faultOfSize(from, to);
        if (sum < cost[to]) {
          cost[to] = sum;
          begin[to] = from;
        }
      }
    }
    List<Integer> cuts = new ArrayList<>(List.of(count));
    for (int to = count; to > 0; to = begin[to]) {
      cuts.add(begin[to]);
    }
    Collections.reverse(cuts);
    return cuts;
  }

  private boolean holdsTogether(int from, int to) {
    return pieces.get(to - 1).end() - pieces.get(from).start() <= SubtitleRules.MAX_MILLISECONDS
        && gapAfter(from) <= SubtitleRules.PAUSE_MILLISECONDS
        && layout.secondLine(from, to) != CueLayout.DOES_NOT_FIT;
  }

  /** Penalty of continuing a subtitle after a piece. */
  private long faultInside(int piece) {
    long fault = Math.min(gapAfter(piece), SubtitleRules.PAUSE_MILLISECONDS) / 8;
    if (pieces.get(piece).last()) {
      fault += PHRASE_END_INSIDE;
    } else if (Punctuation.endsSentence(pieces.get(piece).text())) {
      fault += SENTENCE_END_INSIDE;
    }
    return fault;
  }

  /** Penalty of ending a subtitle before a piece. */
  private long faultAtEnd(int to) {
    TimedPiece end = pieces.get(to - 1);
    if (end.last() || Punctuation.endsSentence(end.text())) {
      return 0;
    }
    long fault = Punctuation.endsClause(end.text()) ? CUT_AT_CLAUSE : CUT_IN_SPEECH;
    return fault - fault * Math.min(gapAfter(to - 1), 500) / 500;
  }

  /** Penalty of a subtitle that cannot be read in its time, or that is fuller than others. */
  private long faultOfSize(int from, int to) {
    int columns = layout.columns(from, to);
    long start = pieces.get(from).start();
    long next = to < pieces.size() ? pieces.get(to).start() : Long.MAX_VALUE;
    long shown = Math.min(next - start, SubtitleRules.MAX_MILLISECONDS);
    long lacking = Math.max(0, SubtitleRules.readingMilliseconds(columns) - shown);
    long full = 2L * SubtitleRules.COLUMNS;
    return lacking / 10 + CUE / 2 * columns * columns / (full * full);
  }

  private long gapAfter(int piece) {
    return piece + 1 < pieces.size()
        ? Math.max(0, pieces.get(piece + 1).start() - pieces.get(piece).end())
        : Long.MAX_VALUE / 2;
  }
}
