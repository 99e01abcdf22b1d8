// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.job;

import io.beamscribe.pipelines.flags.UsageException;
import org.apache.beam.sdk.PipelineResult;

/**
 * A job that was started. It goes on whether anybody holds its handle or not. Thread-safe.
 *
 * @param <R> what the job leaves
 */
public interface JobHandle<R> {
  /**
   * The state that was seen last, some seconds old at most: RUNNING from the start; UNKNOWN while a
   * cluster does not answer; then DONE, FAILED, CANCELLED or what else the runner ends with. Only
   * DONE says that all work was done. Never throws.
   */
  PipelineResult.State state();

  /**
   * How far the job is, asked now, which costs a cluster some requests; what was known last where
   * the job does not tell. Never throws.
   */
  JobProgress progress();

  /**
   * Asks the runner to cancel the job, which has ended once {@link #await} throws. What it has
   * finished stays; a run with the same options goes on from there. Does nothing to a job that has
   * ended.
   *
   * @throws JobException if the runner cannot be asked
   */
  void cancel() throws JobException;

  /**
   * Waits until the job has ended as DONE, whatever became of single files.
   *
   * @throws JobException if it ended in any other way, with the sentence of the cause
   * @throws InterruptedException if the caller is interrupted, which does nothing to the job
   */
  void await() throws JobException, InterruptedException;

  /**
   * What the job left, read anew at each call.
   *
   * @throws IllegalStateException if it has not ended as DONE, or is a stream, which leaves no
   *     result of its own
   * @throws UsageException if there was nothing to do
   * @throws JobException if what it should have left is missing or not whole
   */
  R result() throws JobException, UsageException;

  /** Whether the job ends with this process; on a cluster another process may go on with it. */
  boolean endsWithProgram();
}
