// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines;

import io.beamscribe.pipelines.commands.TranscribeCommand;

/** Main class of the batch job, which transcribes its inputs and writes a report. */
public final class TranscribeBatch {
  private TranscribeBatch() {}

  /**
   * Runs {@code beamscribe transcribe} with these flags; the entry point that a cluster starts.
   * Returns once the job has finished, or was handed over. Exits the process only from {@code flink
   * run}, with the exit code of the command; any other may belong to the cluster.
   *
   * @throws IllegalStateException if the job did not finish
   */
  public static void main(String[] args) {
    JobMain.run(new TranscribeCommand(), args);
  }
}
