// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import java.io.IOException;

/** Reads and requests that are repeated as a policy says. */
public final class Retries {
  private Retries() {}

  /**
   * Repeats an action.
   *
   * @throws IOException of the last try; of a {@link TransientFailure} its cause
   */
  public static <T> T call(RetryPolicy<Object> policy, CheckedSupplier<T> action)
      throws IOException {
    try {
      return Failsafe.with(policy).get(action);
    } catch (FailsafeException e) {
      Throwable cause =
          e.getCause() instanceof TransientFailure passing ? passing.getCause() : e.getCause();
      throw cause instanceof IOException io ? io : new IOException("interrupted", e);
    }
  }
}
