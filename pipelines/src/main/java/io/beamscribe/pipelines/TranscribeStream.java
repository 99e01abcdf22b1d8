// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines;

import io.beamscribe.pipelines.commands.WatchCommand;

/** The streaming job: audio becomes transcripts as it arrives in a folder or store. */
public final class TranscribeStream {
  private TranscribeStream() {}

  /**
   * Runs {@code beamscribe watch} with these flags; what a cluster is told to start. Returns only
   * if the job is stopped in a way that keeps its state, and throws where it ends in another.
   */
  public static void main(String[] args) {
    JobMain.run(new WatchCommand(), args);
  }
}
