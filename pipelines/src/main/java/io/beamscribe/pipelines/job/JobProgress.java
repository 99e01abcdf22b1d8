// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.job;

/**
 * Progress of a job. Immutable.
 *
 * @param filesKnown number of files listed so far
 * @param filesDone number of files transcribed in this run
 * @param filesFailed number of files that failed in this run
 * @param filesSkipped number of files finished by an earlier run
 * @param audioSecondsKnown seconds of audio to recognise in this run, in the files opened so far
 * @param audioSecondsDone seconds of that audio recognised so far
 */
public record JobProgress(
    long filesKnown,
    long filesDone,
    long filesFailed,
    long filesSkipped,
    double audioSecondsKnown,
    double audioSecondsDone) {
  /** The progress of a job before anything is known of it. */
  public static final JobProgress NONE = new JobProgress(0, 0, 0, 0, 0, 0);

  /** Number of files transcribed, failed or skipped. */
  public long filesEnded() {
    return filesDone + filesFailed + filesSkipped;
  }
}
