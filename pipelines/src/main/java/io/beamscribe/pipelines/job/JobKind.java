// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.job;

import io.beamscribe.pipelines.flags.UsageException;
import java.util.function.Supplier;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.annotations.Internal;

/**
 * What a kind of job adds to its pipeline: how its progress is measured, what it leaves, and who is
 * told of it. Thread-safe.
 *
 * @param <R> what the job leaves
 */
@Internal
public interface JobKind<R> {
  /** Measures how far a running job is; may throw while the job does not tell. */
  Supplier<JobProgress> progress(PipelineResult running);

  /**
   * Reads what a job left that has ended as DONE.
   *
   * @param end how far it was in the end
   */
  R result(JobProgress end) throws JobException, UsageException;

  /** Takes a sentence that a person who waits should know; called by the job's own thread. */
  void say(String sentence);

  /** Called once, however the job has ended. */
  default void ended() {}
}
