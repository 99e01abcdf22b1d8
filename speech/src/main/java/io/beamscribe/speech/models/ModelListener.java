// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models;

/** Listens to a store. Called by the thread that called the store; must be quick. */
public interface ModelListener {
  /** Ignores everything. */
  ModelListener SILENT = sentence -> {};

  /** A message for users: waiting, a source that failed, terms of a licence. */
  void say(String sentence);

  /**
   * Progress of a download.
   *
   * @param done bytes so far
   * @param total bytes in total, 0 if unknown; {@code done} may end slightly off it
   */
  default void progress(String model, long done, long total) {}
}
