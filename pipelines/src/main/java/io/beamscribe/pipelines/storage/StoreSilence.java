// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.storage;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * For how long a store has been silent: a request has left, and there is no answer. What the client
 * does before, such as to load its classes and to look for credentials, is not the store's fault.
 * Attempts without an answer add up. Thread-safe.
 */
final class StoreSilence implements ExecutionInterceptor {
  private final LongSupplier nanos;
  private final AtomicReference<@Nullable Long> since = new AtomicReference<>();

  /**
   * @param nanos what time it is
   */
  StoreSilence(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Zero where no answer is awaited. */
  Duration length() {
    Long begin = since.get();
    return begin == null ? Duration.ZERO : Duration.ofNanos(nanos.getAsLong() - begin);
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    since.compareAndSet(null, nanos.getAsLong());
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    since.set(null);
  }
}
