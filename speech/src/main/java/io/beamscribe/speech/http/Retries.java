// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Reads and requests that are repeated. No type of the library that does it shows here: on a
 * cluster speech and the job may have copies of it of their own. Immutable.
 */
public final class Retries {
  private final RetryPolicy<Object> policy;

  Retries(RetryPolicy<Object> policy) {
    this.policy = policy;
  }

  /** Repeats at once after any {@link IOException}, so many times. */
  public static Retries atOnce(int most) {
    return new Retries(
        RetryPolicy.builder().handle(IOException.class).withMaxRetries(most).build());
  }

  /**
   * Repeats after an {@link IOException}, each time after a longer pause.
   *
   * @param never errors that no repetition mends
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

  /** What is repeated. */
  public interface Action<T> {
    T run() throws Exception;
  }

  /**
   * Repeats an action.
   *
   * @throws IOException of the last try; of a {@link TransientFailure} its cause
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
