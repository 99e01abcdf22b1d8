// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.transforms.values.AudioFile;
import java.util.List;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker.IsBounded;
import org.apache.beam.sdk.transforms.splittabledofn.SplitResult;
import org.junit.jupiter.api.Test;

class PollTrackerTest {
  private static final PollState KNOWN =
      new PollState(SeenFiles.of(List.of(new AudioFile("a", "a", 1, "1", false))), SeenFiles.EMPTY);

  @Test
  void whatIsClaimedIsKnownWhenThePollGoesOnElsewhere() {
    PollTracker tracker = new PollTracker(PollState.EMPTY);
    assertThat(tracker.tryClaim(KNOWN)).isTrue();
    SplitResult<PollState> split = tracker.trySplit(0);
    assertThat(split.getPrimary()).isEqualTo(PollState.EMPTY);
    assertThat(split.getResidual()).isEqualTo(KNOWN);
    tracker.checkDone();
  }

  @Test
  void claimsNothingOnceItWasHandedOn() {
    PollTracker tracker = new PollTracker(KNOWN);
    tracker.trySplit(0);
    assertThat(tracker.tryClaim(KNOWN)).isFalse();
    assertThat(tracker.trySplit(0)).isNull();
    assertThat(tracker.currentRestriction()).isEqualTo(PollState.EMPTY);
  }

  @Test
  void hasNoEnd() {
    PollTracker tracker = new PollTracker(KNOWN);
    assertThat(tracker.isBounded()).isEqualTo(IsBounded.UNBOUNDED);
    assertThatThrownBy(tracker::checkDone).isInstanceOf(IllegalStateException.class);
  }
}
