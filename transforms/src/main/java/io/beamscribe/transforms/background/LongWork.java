// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.background;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;

/**
 * Long work on one element. Not thread-safe. Must be idempotent: a worker may die at any moment,
 * and its work is then repeated.
 */
@Internal
public interface LongWork<T> extends Closeable {
  /**
   * Processes an element.
   *
   * @param attempt 1 for the first attempt, plus one for each failure
   * @param out takes outputs; outputs and metrics count only if this returns
   * @throws IOException on a failure that may be temporary; the work is retried after a pause
   */
  void process(T element, int attempt, MultiOutputReceiver out) throws IOException;

  /** Creates the workers of a stage, one per thread. */
  @FunctionalInterface
  interface Factory<T> extends Serializable {
    LongWork<T> create();
  }
}
