// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts speech into pieces that, joined one after another, fill packs of nearly equal length: as few
 * packs as leave room around each boundary to look for a good place. A pause between two regions is
 * the best place; otherwise the quietest moment is. This minimises costs that are the same for
 * every pack, however little it contains.
 */
final class EvenCuts {
  /** This part of the longest pack is left free on average: 1 s of 30. */
  private static final int ROOM = 30;

  private final List<Piece> stretches;
  private final Quietness quietness;

  /** Samples from the start to before the end. */
  record Piece(int start, int end) {
    int length() {
      return end - start;
    }
  }

  EvenCuts(List<Piece> stretches, Quietness quietness) {
    this.stretches = stretches;
    this.quietness = quietness;
  }

  /** The pieces in order, none longer than a pack may be. */
  List<Piece> cut(int longest) {
    List<Integer> borders = borders(longest);
    List<Piece> pieces = new ArrayList<>();
    int before = 0;
    int next = 0;
    for (Piece stretch : stretches) {
      int from = stretch.start();
      while (next < borders.size() && borders.get(next) <= before + stretch.length()) {
        int cut = stretch.start() + borders.get(next) - before;
        if (cut > from) {
          pieces.add(new Piece(from, cut));
        }
        from = cut;
        next++;
      }
      if (from < stretch.end()) {
        pieces.add(new Piece(from, stretch.end()));
      }
      before += stretch.length();
    }
    return pieces;
  }

  /** Where packs end, except the last, in samples of all regions joined. */
  private List<Integer> borders(int longest) {
    int total = stretches.stream().mapToInt(Piece::length).sum();
    int most = longest - longest / ROOM;
    int packs = total <= longest ? 1 : (total + most - 1) / most;
    List<Integer> borders = new ArrayList<>();
    int done = 0;
    for (int left = packs; left > 1; left--) {
      int share = (total - done) / left;
      int room = Math.min(longest - share, share / 2);
      int earliest = Math.max(done + share - room, total - (left - 1) * longest);
      done = best(earliest, done + share + room);
      borders.add(done);
    }
    return borders;
  }

  private int best(int from, int to) {
    int middle = (from + to) / 2;
    int best = -1;
    int before = 0;
    for (Piece stretch : stretches) {
      int end = before + stretch.length();
      if (end >= from
          && end <= to
          && (best < 0 || Math.abs(end - middle) < Math.abs(best - middle))) {
        best = end;
      }
      if (best < 0 && from > before && to < end) {
        int offset = stretch.start() - before;
        return quietness.quietest(from + offset, to + offset) - offset;
      }
      before = end;
    }
    return best;
  }
}
