// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines;

import io.beamscribe.pipelines.commands.TranscribeCommand;

/** The batch job: a folder of audio becomes transcripts and a report. */
public final class TranscribeBatch {
  private TranscribeBatch() {}

  /**
   * Runs {@code beamscribe transcribe} with these flags; what a cluster is told to start. Ends no
   * process, which may be that of the cluster: returns where the job ended, whatever became of
   * single files, and throws where it did not.
   */
  public static void main(String[] args) {
    JobMain.run(new TranscribeCommand(), args);
  }
}
