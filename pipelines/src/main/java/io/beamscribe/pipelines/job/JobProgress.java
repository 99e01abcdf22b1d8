// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.job;

/**
 * How far a job is.
 *
 * @param filesKnown listed so far
 * @param filesDone transcribed in this run
 * @param filesSkipped done in an earlier run
 * @param audioSecondsKnown audio of the files that were opened so far, to be recognised in this run
 * @param audioSecondsDone of it, what is recognised
 */
public record JobProgress(
    long filesKnown,
    long filesDone,
    long filesFailed,
    long filesSkipped,
    double audioSecondsKnown,
    double audioSecondsDone) {
  /** Of a job of which nothing is known yet. */
  public static final JobProgress NONE = new JobProgress(0, 0, 0, 0, 0, 0);

  /** Files that are at their end, however it was. */
  public long filesEnded() {
    return filesDone + filesFailed + filesSkipped;
  }
}
