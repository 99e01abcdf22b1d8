// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.streaming;

import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.apache.beam.sdk.transforms.splittabledofn.SplitResult;
import org.jspecify.annotations.Nullable;

/** Tracks a restriction without end: what remains is to poll again with the claimed state. */
final class PollTracker extends RestrictionTracker<PollState, PollState> {
  private PollState memory;
  private boolean ended;

  PollTracker(PollState memory) {
    this.memory = memory;
  }

  /** Replaces the state. */
  @Override
  public boolean tryClaim(PollState known) {
    if (ended) {
      return false;
    }
    memory = known;
    return true;
  }

  @Override
  public PollState currentRestriction() {
    return memory;
  }

  @Override
  public @Nullable SplitResult<PollState> trySplit(double fraction) {
    if (ended) {
      return null;
    }
    SplitResult<PollState> split = SplitResult.of(PollState.EMPTY, memory);
    memory = PollState.EMPTY;
    ended = true;
    return split;
  }

  @Override
  public void checkDone() {
    if (!ended) {
      throw new IllegalStateException("polling has no end");
    }
  }

  @Override
  public IsBounded isBounded() {
    return IsBounded.UNBOUNDED;
  }
}
