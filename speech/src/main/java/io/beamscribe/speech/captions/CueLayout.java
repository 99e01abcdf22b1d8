// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.text.TextWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lays out runs of pieces in lines. A run is named by the index of its first piece and the one past
 * its last.
 */
final class CueLayout {
  /** Cost of an upper line that is longer than the others. */
  private static final int LONG_UPPER = 3;

  private static final int TOO_LONG = Integer.MAX_VALUE / 4;

  private final Speech speech;
  private final SubtitleRules rules;
  private final int label;

  /** Columns of all pieces before each, with the spaces between them. */
  private final int[] before;

  /**
   * A layout with as few lines as are needed.
   *
   * @param ends the index past the last piece of each line
   * @param cost of where its lines are divided; with a whole line for each bond that is broken
   */
  record Lines(List<Integer> ends, int cost) {}

  CueLayout(Speech speech) {
    this.speech = speech;
    this.rules = speech.rules();
    this.label = TextWidth.of(Cue.prefix(speech.label()));
    List<TimedPiece> pieces = speech.pieces();
    before = new int[pieces.size() + 1];
    for (int i = 0; i < pieces.size(); i++) {
      TimedPiece piece = pieces.get(i);
      before[i + 1] = before[i] + TextWidth.of(piece.text()) + (piece.spaced() ? 1 : 0);
    }
  }

  Speech speech() {
    return speech;
  }

  int columns(int from, int to) {
    return before[to] - before[from] - (speech.pieces().get(from).spaced() ? 1 : 0);
  }

  /** Columns of the first line that the label may take. */
  private int reserved(int from) {
    return from == 0 || speech.interrupted() ? label : 0;
  }

  /**
   * The lines of a run: of similar length, the uppermost preferably shorter, and preferably divided
   * where a sentence or a clause ends. Empty if it does not fit.
   */
  Optional<Lines> lines(int from, int to) {
    return lines(from, to, reserved(from));
  }

  private Optional<Lines> lines(int from, int to, int reserved) {
    int columns = columns(from, to) + reserved;
    if (columns <= rules.columns()) {
      return Optional.of(new Lines(List.of(to), 0));
    }
    Optional<Lines> best = Optional.empty();
    for (int lines = 2; lines <= rules.lines(); lines++) {
      if (columns <= lines * (rules.columns() + 1)) {
        Optional<Lines> found = lines(from, to, reserved, lines, columns / lines);
        if (found.isPresent() && found.get().cost() < Joint.BOUND.ofLine) {
          return found;
        }
        best = best.or(() -> found);
      }
    }
    return best;
  }

  private Optional<Lines> lines(int from, int to, int reserved, int count, int mean) {
    int size = to - from;
    int[][] cost = new int[count + 1][size + 1];
    int[][] begin = new int[count + 1][size + 1];
    for (int[] each : cost) {
      Arrays.fill(each, TOO_LONG);
    }
    cost[0][0] = 0;
    for (int line = 1; line <= count; line++) {
      for (int end = line; end <= size; end++) {
        for (int start = end - 1; start >= line - 1; start--) {
          int width = columns(from + start, from + end) + (start == 0 ? reserved : 0);
          if (width > rules.columns()) {
            break;
          }
          if (cost[line - 1][start] == TOO_LONG) {
            continue;
          }
          int sum = cost[line - 1][start] + cost(line == 1, width - mean, from + end, to);
          if (sum < cost[line][end]) {
            cost[line][end] = sum;
            begin[line][end] = start;
          }
        }
      }
    }
    if (cost[count][size] == TOO_LONG) {
      return Optional.empty();
    }
    Integer[] ends = new Integer[count];
    int end = size;
    for (int line = count; line > 0; line--) {
      ends[line - 1] = from + end;
      end = begin[line][end];
    }
    return Optional.of(new Lines(List.of(ends), cost[count][size]));
  }

  private int cost(boolean upper, int longer, int end, int to) {
    int length = 2 * Math.abs(longer) + (upper && longer > 0 ? LONG_UPPER : 0);
    return end == to ? length : length + speech.joints().get(end - 1).ofLine;
  }

  /**
   * Whether the label fits on the first line of a run: always where it is needed, unless times make
   * no sense.
   */
  boolean hasRoomForLabel(int from, int to) {
    return lines(from, to, label).isPresent();
  }

  /**
   * The pieces of each line of a run that fits.
   *
   * @param named whether the label is on the first line
   */
  List<List<TimedPiece>> pieces(int from, int to, boolean named) {
    List<List<TimedPiece>> lines = new ArrayList<>();
    int start = from;
    for (int end : lines(from, to, named ? label : 0).orElseThrow().ends()) {
      lines.add(speech.pieces().subList(start, end));
      start = end;
    }
    return lines;
  }
}
