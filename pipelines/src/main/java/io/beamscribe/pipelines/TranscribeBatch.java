// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines;

import io.beamscribe.pipelines.commands.TranscribeCommand;

/** Main class of the batch job, which transcribes its inputs and writes a report. */
public final class TranscribeBatch {
  private TranscribeBatch() {}

  /**
   * Runs {@code beamscribe transcribe} with these flags; the entry point that a cluster starts.
   * Never exits the process, which may belong to the cluster: returns once the job has finished,
   * even if single files failed.
   *
   * @throws IllegalStateException if the job did not finish
   */
  public static void main(String[] args) {
    JobMain.run(new TranscribeCommand(), args);
  }
}
