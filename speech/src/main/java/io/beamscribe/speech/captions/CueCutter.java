// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Divides speech into subtitles: the division with the lowest total penalty, found by dynamic
 * programming over the places where a subtitle may start. Penalties are relative to the cost of one
 * more subtitle, {@value #CUE}: a cut within fluent speech costs two ({@link Joint}), a second too
 * little reading time one.
 */
final class CueCutter {
  private static final long CUE = 100;
  private static final long PHRASE_END_INSIDE = 120;
  private static final long SENTENCE_END_INSIDE = 40;

  /** A word alone that is no sentence of its own. */
  private static final long WIDOW = 350;

  /** A pause that makes a word stand alone, whatever is written around it. */
  private static final long SET_APART_MILLISECONDS = 700;

  /** So long a pause excuses a cut within fluent text. */
  private static final long EXCUSE_MILLISECONDS = 500;

  /** A shorter gap between words is not heard as a pause. */
  private static final long SHORTEST_MILLISECONDS = 100;

  /** Widest piece, in a script without spaces, that is too little to stand alone. */
  private static final int LITTLE = 4;

  private final Speech speech;
  private final List<TimedPiece> pieces;
  private final CueLayout layout;

  CueCutter(Speech speech, CueLayout layout) {
    this.speech = speech;
    this.pieces = speech.pieces();
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
        Optional<CueLayout.Lines> lines = layout.lines(from, to);
        if (from < to - 1 && (lines.isEmpty() || !holdsTogether(from, to))) {
          break;
        }
        long broken =
            lines
                .map(each -> each.cost() / Joint.BOUND.ofLine * (long) Joint.BOUND.ofCue)
                .orElse(0L);
        long sum =
            cost[from]
                + CUE
                + inside
                + broken
                + faultAtEnd(to)
                + faultOfSize(from, to)
                + faultOfWidow(from, to);
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
    return pieces.get(to - 1).end() - pieces.get(from).start() <= SubtitleRules.SPEECH_MILLISECONDS
        && gapAfter(from) <= SubtitleRules.PAUSE_MILLISECONDS;
  }

  /** Penalty of continuing a subtitle after a piece. */
  private long faultInside(int piece) {
    long fault = Math.min(gapAfter(piece), 2000) / 8;
    return switch (speech.joints().get(piece)) {
      case PHRASE_END -> fault + PHRASE_END_INSIDE;
      case SENTENCE_END -> fault + SENTENCE_END_INSIDE;
      default -> fault;
    };
  }

  /** Penalty of ending a subtitle before a piece. */
  private long faultAtEnd(int to) {
    Joint joint = speech.joints().get(to - 1);
    long excuse = joint == Joint.BOUND ? SubtitleRules.PAUSE_MILLISECONDS : EXCUSE_MILLISECONDS;
    long pause = Math.max(0, Math.min(gapAfter(to - 1), excuse) - SHORTEST_MILLISECONDS);
    return joint.ofCue - joint.ofCue * pause / (excuse - SHORTEST_MILLISECONDS);
  }

  /** Penalty of a subtitle that cannot be read in its time, or that is fuller than others. */
  private long faultOfSize(int from, int to) {
    SubtitleRules rules = speech.rules();
    int columns = layout.columns(from, to);
    long start = pieces.get(from).start();
    long next = to < pieces.size() ? pieces.get(to).start() : Long.MAX_VALUE;
    long shown = Math.min(next - start, SubtitleRules.MAX_MILLISECONDS);
    long lacking = Math.max(0, rules.readingMilliseconds(columns) - shown);
    long full = (long) rules.lines() * rules.columns();
    return lacking * rules.columnsPerSecond() / 170 + CUE * columns * columns / (full * full);
  }

  private long faultOfWidow(int from, int to) {
    boolean alone =
        to - from == 1 || !pieces.get(to - 1).spaced() && layout.columns(from, to) <= LITTLE;
    return alone && !(isEdge(from - 1) && isEdge(to - 1)) ? WIDOW : 0;
  }

  /** Whether text ends after a piece, or speech for a while. */
  private boolean isEdge(int piece) {
    return piece < 0
        || speech.joints().get(piece).endsSentence()
        || gapAfter(piece) >= SET_APART_MILLISECONDS;
  }

  private long gapAfter(int piece) {
    return piece + 1 < pieces.size()
        ? Math.max(0, pieces.get(piece + 1).start() - pieces.get(piece).end())
        : Long.MAX_VALUE / 2;
  }
}
