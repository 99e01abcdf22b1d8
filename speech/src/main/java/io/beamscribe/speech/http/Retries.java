// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Retries of reads and requests. Exposes no type of the library behind it: on a cluster, speech and
 * the job may have different copies of that. Immutable.
 */
public final class Retries {
  private final RetryPolicy<Object> policy;

  Retries(RetryPolicy<Object> policy) {
    this.policy = policy;
  }

  /**
   * Retries at once after an {@link IOException}, up to this many times.
   *
   * @param never an error that is not retried
   */
  public static Retries atOnce(int most, Class<? extends IOException> never) {
    return new Retries(
        RetryPolicy.builder()
            .handle(IOException.class)
            .abortOn(List.of(never))
            .withMaxRetries(most)
            .build());
  }

  /**
   * Retries after an {@link IOException}, each time after a longer pause.
   *
   * @param never errors that are not retried
   */
  public static Retries withPauses(
      int most, Duration first, Duration longest, List<Class<? extends IOException>> never) {
    return new Retries(
        RetryPolicy.builder()
            .handle(IOException.class)
            .abortOn(List.copyOf(never))
            .withMaxRetries(most)
            .withBackoff(first, longest)
            .withJitter(0.3)
            .build());
  }

  /** An action that may be retried. */
  public interface Action<T> {
    T run() throws Exception;
  }

  /**
   * Runs an action with retries.
   *
   * @throws IOException of the last attempt; the cause if that is a {@link TransientFailure}
   */
  public <T> T call(Action<T> action) throws IOException {
    try {
      return Failsafe.with(policy).get(action::run);
    } catch (FailsafeException e) {
      Throwable cause =
          e.getCause() instanceof TransientFailure passing ? passing.getCause() : e.getCause();
      throw cause instanceof IOException io ? io : new IOException("interrupted", e);
    }
  }
}
