// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.background;

import java.util.concurrent.atomic.AtomicBoolean;

/** One DoFn's lease of a stage of a {@link Pool}; may be closed twice. */
final class StageLease<T> implements AutoCloseable {
  private final Stage<T> stage;
  private final Runnable release;
  private final AtomicBoolean closed = new AtomicBoolean();

  StageLease(Stage<T> stage, Runnable release) {
    this.stage = stage;
    this.release = release;
  }

  Stage<T> stage() {
    return stage;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      release.run();
    }
  }
}
