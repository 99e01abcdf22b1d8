// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.kafka;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.annotations.Internal;

/** Leaves Kafka alone for a while. */
@Internal
public final class Pause {
  private static final long SECONDS = 2;

  private Pause() {}

  /**
   * Waits after a failure.
   *
   * @throws CancellationException if the thread is interrupted
   */
  public static void afterFailure() {
    try {
      TimeUnit.SECONDS.sleep(SECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** What ends a thread that was interrupted while it waited for Kafka; it stays interrupted. */
  public static CancellationException interrupted(Exception e) {
    Thread.currentThread().interrupt();
    CancellationException cancelled =
        new CancellationException("interrupted while waiting for Kafka");
    cancelled.initCause(e);
    return cancelled;
  }
}
