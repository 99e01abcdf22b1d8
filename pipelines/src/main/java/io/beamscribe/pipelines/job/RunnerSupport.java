// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.job;

import io.beamscribe.pipelines.flags.UsageException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;
import org.joda.time.Duration;

/**
 * Adapts jobs to one runner: prepares their options and reports their state. {@link RunnerSupports}
 * finds it; a runner without one runs jobs as Beam does. Thread-safe.
 */
@Internal
public interface RunnerSupport {
  /** Whether this is for the runner that the options name. */
  boolean supports(PipelineOptions options);

  /**
   * Sets options that users should not have to, before anything is created from them.
   *
   * @throws UsageException if no job can run with these options, for example because the cluster is
   *     unreachable
   */
  void prepare(PipelineOptions options) throws UsageException;

  /** As {@link #prepare}, for an unbounded job, which has to survive the loss of workers. */
  default void prepareStream(PipelineOptions options) throws UsageException {
    prepare(options);
  }

  /** Whether the work is done by threads of this process. */
  default boolean worksHere() {
    return false;
  }

  /**
   * Whether the work is done by processes of a cluster, which other programs use too and which were
   * started in folders of their own.
   */
  default boolean worksElsewhere(PipelineOptions options) {
    return false;
  }

  /** Whether those processes are known to be on another machine. */
  default boolean isRemote(PipelineOptions options) {
    return false;
  }

  /** Whether the program only hands the job over to a cluster, as the options or its start say. */
  default boolean handsOver(PipelineOptions options) {
    return false;
  }

  /**
   * A job that works on the cluster of these options now, if that can be found out.
   *
   * @param names which jobs are meant, by their names
   */
  default Optional<WorkingJob> working(PipelineOptions options, Predicate<String> names) {
    return Optional.empty();
  }

  /** Why the last job with these options failed, in one sentence, if that can be found out. */
  default Optional<String> failure(PipelineOptions options) {
    return Optional.empty();
  }

  /**
   * Whether a job ends with the program that started it; not if that is part of a cluster, which
   * continues the job in its next process.
   */
  default boolean endsWithProgram(PipelineOptions options) {
    return true;
  }

  /** Waits for a job for a limited time; the state may be null if the job has not ended. */
  default PipelineResult.State await(PipelineResult result, Duration time) {
    return result.waitUntilFinish(time);
  }

  /**
   * Whether a failure to query the state of a running job may be temporary, because the manager of
   * the job is being restarted and will recover it.
   */
  default boolean mayPass(Throwable failure) {
    return false;
  }

  /**
   * The counters of a namespace in the running job with these options, by name.
   *
   * @return empty if the runner's own result reports them while the job runs, or nothing does
   */
  default Optional<Map<String, Long>> counters(PipelineOptions options, String namespace) {
    return Optional.empty();
  }
}
