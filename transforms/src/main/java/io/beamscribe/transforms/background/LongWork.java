// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.background;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;

/**
 * Work on one element that takes long. Not thread-safe. Since a worker may die at any moment, it
 * may be done more than once, and has to leave the same behind each time.
 */
@Internal
public interface LongWork<T> extends Closeable {
  /**
   * Does it.
   *
   * @param attempt 1 at first, and one more each time that this has failed
   * @param out takes outputs and metrics; they count only if this returns
   * @throws IOException where it may go well later; then it is tried again after a pause
   */
  void process(T element, int attempt, MultiOutputReceiver out) throws IOException;

  /** Makes the workers of a stage, as many as there are threads. */
  @FunctionalInterface
  interface Factory<T> extends Serializable {
    LongWork<T> create();
  }
}
