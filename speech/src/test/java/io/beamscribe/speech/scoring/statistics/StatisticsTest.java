// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.scoring.alignment.Aligner;
import io.beamscribe.speech.scoring.alignment.AlignmentRule;
import io.beamscribe.speech.scoring.alignment.Edit;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void segmentsEndWithTwoWordsThatBothHaveRight() {
    MatchedPairs pairs =
        MatchedPairs.of(
            edits("a b c d e f g h", "a x c d e f y h"),
            edits("a b c d e f g h", "a b c d e f z h i"));

    // b: 1 against 0; g and what follows: 1 against 2
    assertThat(pairs).isEqualTo(new MatchedPairs(2, 0, 2));
  }

  @Test
  void segmentsThatAllDifferAlikeAreNoChanceIfThereAreMany() {
    assertThat(new MatchedPairs(2, 2, 2).p()).isGreaterThan(0.1);
    assertThat(new MatchedPairs(100, -100, 100).z()).isEqualTo(-10);
    assertThat(new MatchedPairs(100, 0, 0).p()).isEqualTo(1);
  }

  @Test
  void probabilitiesAreThoseOfTables() {
    assertThat(Significance.twoSided(0)).isEqualTo(1);
    assertThat(Significance.twoSided(1.959963984540054)).isCloseTo(0.05, within(1e-12));
    assertThat(Significance.twoSided(-4)).isCloseTo(6.334248366623996e-5, within(1e-15));
  }

  @Test
  void intervalsAreTheSameEachTimeAndHoldTheValue() {
    long[] errors = new long[200];
    long[] lengths = new long[200];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = i % 5;
      lengths[i] = 10;
    }
    Interval interval = Bootstrap.ratio(errors, lengths);

    assertThat(interval).isEqualTo(Bootstrap.ratio(errors, lengths));
    assertThat(interval.low()).isBetween(0.17, 0.2);
    assertThat(interval.high()).isBetween(0.2, 0.23);
    assertThat(Bootstrap.probabilityOfImprovement(errors, new long[200], lengths)).isEqualTo(1);
  }

  private static List<Edit> edits(String reference, String hypothesis) {
    return new Aligner(AlignmentRule.SCLITE)
        .align(List.of(reference.split(" ")), List.of(hypothesis.split(" ")));
  }
}
