// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker.IsBounded;
import org.apache.beam.sdk.transforms.splittabledofn.SplitResult;
import org.junit.jupiter.api.Test;

class EndlessTrackerTest {
  private static final String NONE = "";
  private static final String KNOWN = "as far as this";

  @Test
  void whatIsClaimedIsKnownWhenThePollGoesOnElsewhere() {
    EndlessTracker<String> tracker = new EndlessTracker<>(NONE, NONE);
    assertThat(tracker.tryClaim(KNOWN)).isTrue();
    SplitResult<String> split = tracker.trySplit(0);
    assertThat(split.getPrimary()).isEqualTo(NONE);
    assertThat(split.getResidual()).isEqualTo(KNOWN);
    tracker.checkDone();
  }

  @Test
  void claimsNothingOnceItWasHandedOn() {
    EndlessTracker<String> tracker = new EndlessTracker<>(KNOWN, NONE);
    tracker.trySplit(0);
    assertThat(tracker.tryClaim(KNOWN)).isFalse();
    assertThat(tracker.trySplit(0)).isNull();
    assertThat(tracker.currentRestriction()).isEqualTo(NONE);
  }

  @Test
  void hasNoEnd() {
    EndlessTracker<String> tracker = new EndlessTracker<>(KNOWN, NONE);
    assertThat(tracker.isBounded()).isEqualTo(IsBounded.UNBOUNDED);
    assertThatThrownBy(tracker::checkDone).isInstanceOf(IllegalStateException.class);
  }
}
