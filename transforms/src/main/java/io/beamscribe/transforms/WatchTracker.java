package io.beamscribe.transforms;

import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.apache.beam.sdk.transforms.splittabledofn.SplitResult;

/** A restriction without end: what remains of it is to look again, knowing what is claimed. */
final class WatchTracker extends RestrictionTracker<WatchMemory, WatchMemory> {
  private WatchMemory memory;
  private boolean ended;

  WatchTracker(WatchMemory memory) {
    this.memory = memory;
  }

  /** Claims that from now on this is what is known. */
  @Override
  public boolean tryClaim(WatchMemory known) {
    if (ended) {
      return false;
    }
    memory = known;
    return true;
  }

  @Override
  public WatchMemory currentRestriction() {
    return memory;
  }

  @Override
  public SplitResult<WatchMemory> trySplit(double fraction) {
    if (ended) {
      return null;
    }
    SplitResult<WatchMemory> split = SplitResult.of(WatchMemory.EMPTY, memory);
    memory = WatchMemory.EMPTY;
    ended = true;
    return split;
  }

  @Override
  public void checkDone() {
    if (!ended) {
      throw new IllegalStateException("a watch has no end");
    }
  }

  @Override
  public IsBounded isBounded() {
    return IsBounded.UNBOUNDED;
  }
}
