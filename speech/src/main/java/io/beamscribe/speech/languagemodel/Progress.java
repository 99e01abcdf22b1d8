// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.util.concurrent.CancellationException;

/** Follows long work and may end it. Called by the thread that does the work; must be quick. */
public interface Progress {
  /** Ignores everything and never ends the work. */
  Progress NONE = step -> {};

  /** What is done from now on, as a sentence. */
  void begins(String step);

  /** Whether the work is to end as soon as it can. */
  default boolean cancelled() {
    return false;
  }

  /**
   * Ends the work if it is not wanted any more.
   *
   * @throws CancellationException if so
   */
  default void check() {
    if (cancelled()) {
      throw new CancellationException("cancelled");
    }
  }
}
