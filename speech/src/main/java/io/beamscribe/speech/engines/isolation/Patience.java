// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long to wait for what a process works on. One that hangs does nothing, and one that runs in a
 * circle takes all the time there is; one that gets little of a crowded machine goes on, and is
 * waited for several times as long, as no file is to blame for that.
 *
 * @param limit on a machine that gives the process its time
 */
record Patience(ProcessHandle process, Duration limit) {
  private static final int MOST_LIMITS = 10;

  /** Waits for a reply. */
  <T> T await(CompletableFuture<T> reply)
      throws TimeoutException, InterruptedException, ExecutionException {
    for (int waited = 1; ; waited++) {
      Duration before = worked();
      try {
        return reply.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (waited == MOST_LIMITS || !isStarved(worked().minus(before), limit)) {
          throw e;
        }
      }
    }
  }

  /** Time of processors that the process has had; zero where the system does not tell. */
  private Duration worked() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  static boolean isStarved(Duration worked, Duration passed) {
    return worked.multipliedBy(50).compareTo(passed) > 0
        && worked.multipliedBy(2).compareTo(passed) < 0;
  }
}
