// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.job;

import io.beamscribe.pipelines.flags.UsageException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.annotations.Internal;

/**
 * What is particular to one kind of job: how to measure its progress, how to read its result, and
 * whom to notify. Thread-safe.
 *
 * @param <R> type of the job's result
 */
@Internal
public interface JobKind<R> {
  /** Measures the progress of a running job; may throw while it is unavailable. */
  Supplier<JobProgress> progress(PipelineResult running);

  /**
   * Reads the result of a job that has ended as DONE.
   *
   * @param end final progress of the job
   */
  R result(JobProgress end) throws JobException, UsageException;

  /**
   * Why a running job is to be cancelled, as a sentence; asked at each poll of its state.
   *
   * @param progress measures the current progress, which takes requests to a cluster
   */
  default Optional<String> giveUp(Supplier<JobProgress> progress) {
    return Optional.empty();
  }

  /** Takes a message for a waiting user; called by the job's own thread. */
  void say(String sentence);

  /**
   * Called once if the job did not end as DONE, before whoever waits for it is told.
   *
   * @param failure why
   */
  default void failed(Throwable failure) {}

  /** Called once, however the job ended. */
  default void ended() {}
}
