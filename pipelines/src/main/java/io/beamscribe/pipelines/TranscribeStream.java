// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines;

import io.beamscribe.pipelines.commands.WatchCommand;

/** Main class of the streaming job, which transcribes audio as it arrives in a folder or store. */
public final class TranscribeStream {
  private TranscribeStream() {}

  /**
   * Runs {@code beamscribe watch} with these flags; the entry point that a cluster starts. Returns
   * only if the job was stopped with its state saved, or was handed over; exits as {@link
   * TranscribeBatch#main} does.
   *
   * @throws IllegalStateException if the job ended in any other way
   */
  public static void main(String[] args) {
    JobMain.run(new WatchCommand(), args);
  }
}
