// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.job;

import io.beamscribe.pipelines.flags.UsageException;
import org.apache.beam.sdk.PipelineResult;

/**
 * A started job, which runs on whether or not its handle is kept. Thread-safe.
 *
 * @param <R> type of the job's result
 */
public interface JobHandle<R> {
  /**
   * The last known state, at most a few seconds old: RUNNING from the start, UNKNOWN while a
   * cluster does not respond, then DONE, FAILED, CANCELLED or another final state of the runner.
   * Only DONE means that all work was done. Never throws.
   */
  PipelineResult.State state();

  /**
   * The current progress, which takes several requests to a cluster; the last known progress if the
   * job reports none. Never throws.
   */
  JobProgress progress();

  /**
   * Asks the runner to cancel the job, which has ended once {@link #await} throws. Finished files
   * are kept, and a run with the same options resumes from there. Has no effect on a job that has
   * ended.
   *
   * @throws JobException if the request fails
   */
  void cancel() throws JobException;

  /**
   * Waits until the job has ended as DONE, even if single files failed.
   *
   * @throws JobException if it ended in any other way, with the cause as its message
   * @throws InterruptedException if the caller is interrupted, which does not affect the job
   */
  void await() throws JobException, InterruptedException;

  /**
   * The result of the job, read by the first call that succeeds.
   *
   * @throws IllegalStateException if the job has not ended as DONE, or is a streaming job, which
   *     has no result
   * @throws UsageException if there was nothing to do
   * @throws JobException if the result is missing or incomplete
   */
  R result() throws JobException, UsageException;

  /** Whether the job ends with this process; on a cluster another process may take it over. */
  boolean endsWithProgram();
}
