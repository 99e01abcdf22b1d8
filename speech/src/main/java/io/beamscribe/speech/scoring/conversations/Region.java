// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.conversations;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Time that is scored.
 *
 * @param start in seconds from the beginning of the file
 * @param end in seconds from the beginning of the file
 */
public record Region(double start, double end) implements Serializable {

  /** What is left of some regions if all within a collar of the edges of turns is left out. */
  static List<Region> withoutCollars(List<Region> regions, List<Turn> turns, double collar) {
    if (collar <= 0) {
      return regions;
    }
    List<Region> collars = new ArrayList<>();
    for (Turn turn : turns) {
      collars.add(new Region(turn.start() - collar, turn.start() + collar));
      collars.add(new Region(turn.end() - collar, turn.end() + collar));
    }
    collars.sort(Comparator.comparingDouble(Region::start));
    List<Region> left = new ArrayList<>();
    for (Region region : regions) {
      double from = region.start;
      for (Region each : collars) {
        if (each.start > from && each.start < region.end) {
          left.add(new Region(from, each.start));
        }
        if (each.start < region.end) {
          from = Math.max(from, each.end);
        }
      }
      if (from < region.end) {
        left.add(new Region(from, region.end));
      }
    }
    return left;
  }
}
