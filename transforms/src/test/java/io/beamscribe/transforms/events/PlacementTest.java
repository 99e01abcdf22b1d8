// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.transforms.events.Placement.Range;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private static final Range HELD = new Range(10, 20);

  @Test
  void aPartitionThatNobodyHasReadIsReadFromItsFirstMessage() {
    assertThat(Placement.of("t", HELD, null, null)).isEqualTo(begin("t", 10));
  }

  @Test
  void goesOnWhereThisJobOrAnotherOfTheGroupHasComeTo() {
    assertThat(Placement.of("t", HELD, at("t", 15), null)).isEqualTo(begin("t", 15));
    assertThat(Placement.of("t", HELD, at("t", 15), at("t", 12))).isEqualTo(begin("t", 15));
    assertThat(Placement.of("t", HELD, at("t", 15), at("t", 17))).isEqualTo(begin("t", 17));
    assertThat(Placement.of("t", HELD, null, at("t", 20))).isEqualTo(begin("t", 20));
    assertThat(Placement.of("t", HELD, null, at("", 12))).isEqualTo(begin("t", 12));
  }

  @Test
  void countsWhatWasDeletedBeforeItWasRead() {
    assertThat(Placement.of("t", HELD, null, at("t", 7)))
        .isEqualTo(new Placement(at("t", 10), 3, false));
  }

  @Test
  void offsetsOfADeletedTopicSayNothingAboutThatOfItsName() {
    assertThat(Placement.of("u", HELD, at("t", 15), at("t~2", 17))).isEqualTo(begin("u", 10));
  }

  @Test
  void readsAPartitionAgainThatHasLostItsEnd() {
    assertThat(Placement.of("t", HELD, at("t", 21), at("t", 15)))
        .isEqualTo(new Placement(at("t~1", 10), 0, true));
    // What was committed after the loss counts, though it is less.
    assertThat(Placement.of("t", HELD, at("t", 19), at("t~1", 12))).isEqualTo(begin("t~1", 12));
    assertThat(Placement.of("t", HELD, null, at("t~1", 30)).start()).isEqualTo(at("t~2", 10));
  }

  private static Placement begin(String log, long next) {
    return new Placement(at(log, next), 0, false);
  }

  private static LogPosition at(String log, long next) {
    return new LogPosition(log, next);
  }
}
