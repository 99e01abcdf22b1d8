// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.statistics;

import io.beamscribe.speech.scoring.alignment.Edit;
import io.beamscribe.speech.scoring.alignment.EditKind;
import java.io.Serializable;
import java.util.List;

/**
 * The matched pairs sentence-segment word error test (MAPSSWE; Gillick and Cox 1989), as in
 * sc_stats of NIST. A segment has errors of at least one of two models and lies between places
 * where both have two words right, so that segments are independent of one another. Immutable.
 *
 * @param segments number of segments
 * @param sum of the differences: errors of the first model less those of the second
 * @param squares sum of the squares of the differences
 */
public record MatchedPairs(long segments, long sum, long squares) implements Serializable {
  public static final MatchedPairs NONE = new MatchedPairs(0, 0, 0);

  /** Words that both models have right, in a row, which end a segment. */
  private static final int GOOD = 2;

  public MatchedPairs plus(MatchedPairs other) {
    return new MatchedPairs(segments + other.segments, sum + other.sum, squares + other.squares);
  }

  /** The segments of an utterance, of the alignments of two models with the same reference. */
  public static MatchedPairs of(List<Edit> first, List<Edit> second) {
    MatchedPairs all = NONE;
    int i = 0;
    int j = 0;
    int good = 0;
    boolean open = false;
    int errors1 = 0;
    int errors2 = 0;
    while (i < first.size() || j < second.size()) {
      while (i < first.size() && first.get(i).kind() == EditKind.INSERTION) {
        i++;
        errors1++;
        open = true;
        good = 0;
      }
      while (j < second.size() && second.get(j).kind() == EditKind.INSERTION) {
        j++;
        errors2++;
        open = true;
        good = 0;
      }
      if (i >= first.size() || j >= second.size()) {
        break;
      }
      boolean right1 = first.get(i++).kind() == EditKind.CORRECT;
      boolean right2 = second.get(j++).kind() == EditKind.CORRECT;
      if (!right1 || !right2) {
        errors1 += right1 ? 0 : 1;
        errors2 += right2 ? 0 : 1;
        open = true;
        good = 0;
      } else if (open && ++good == GOOD) {
        all = all.plus(segment(errors1, errors2));
        errors1 = 0;
        errors2 = 0;
        open = false;
        good = 0;
      }
    }
    return open ? all.plus(segment(errors1, errors2)) : all;
  }

  private static MatchedPairs segment(int errors1, int errors2) {
    long difference = errors1 - (long) errors2;
    return new MatchedPairs(1, difference, difference * difference);
  }

  /**
   * Mean difference in standard errors; 0 if it cannot be told. If all segments differ alike, they
   * are thought to spread as if each could as well differ the other way.
   */
  public double z() {
    if (segments < 2) {
      return 0;
    }
    double mean = (double) sum / segments;
    double variance = (squares - mean * (double) sum) / (segments - 1);
    return variance <= 0
        ? Math.signum(mean) * Math.sqrt((double) segments)
        : mean / Math.sqrt(variance / segments);
  }

  /** Probability of a difference at least as large if both models were equally good. */
  public double p() {
    return Significance.twoSided(z());
  }
}
