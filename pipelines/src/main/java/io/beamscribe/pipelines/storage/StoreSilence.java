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
 * Measures how long a store has not answered a request that was sent. What the client does before
 * sending, such as loading classes and looking for credentials, does not count; retries without an
 * answer add up. Thread-safe.
 */
final class StoreSilence implements ExecutionInterceptor {
  private final LongSupplier nanos;
  private final AtomicReference<@Nullable Long> since = new AtomicReference<>();

  /**
   * @param nanos the clock
   */
  StoreSilence(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Zero if no request is waiting for an answer. */
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
