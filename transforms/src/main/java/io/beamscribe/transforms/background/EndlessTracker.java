// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.background;

import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.apache.beam.sdk.transforms.splittabledofn.SplitResult;
import org.jspecify.annotations.Nullable;

/**
 * Tracks a restriction without end: what remains is to go on with the claimed state.
 *
 * @param <S> type of the state
 */
@Internal
public final class EndlessTracker<S> extends RestrictionTracker<S, S> {
  private final S nothing;
  private S state;
  private boolean ended;

  /**
   * @param state to begin with
   * @param nothing state of the part that is over once the rest goes on elsewhere
   */
  public EndlessTracker(S state, S nothing) {
    this.state = state;
    this.nothing = nothing;
  }

  /** Replaces the state. */
  @Override
  public boolean tryClaim(S next) {
    if (ended) {
      return false;
    }
    state = next;
    return true;
  }

  @Override
  public S currentRestriction() {
    return state;
  }

  @Override
  public @Nullable SplitResult<S> trySplit(double fraction) {
    if (ended) {
      return null;
    }
    SplitResult<S> split = SplitResult.of(nothing, state);
    state = nothing;
    ended = true;
    return split;
  }

  @Override
  public void checkDone() {
    if (!ended) {
      throw new IllegalStateException("this work has no end");
    }
  }

  @Override
  public IsBounded isBounded() {
    return IsBounded.UNBOUNDED;
  }
}
