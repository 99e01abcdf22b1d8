// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.sharing;

import java.util.concurrent.atomic.AtomicBoolean;

/** A lease of a value of {@link Leases}; may be closed twice. Thread-safe. */
public final class Lease<V> implements AutoCloseable {
  private final V value;
  private final Runnable release;
  private final AtomicBoolean closed = new AtomicBoolean();

  Lease(V value, Runnable release) {
    this.value = value;
    this.release = release;
  }

  /**
   * The shared value, which the holder must not close.
   *
   * @throws IllegalStateException once this is closed
   */
  public V value() {
    if (closed.get()) {
      throw new IllegalStateException("closed already");
    }
    return value;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      release.run();
    }
  }
}
