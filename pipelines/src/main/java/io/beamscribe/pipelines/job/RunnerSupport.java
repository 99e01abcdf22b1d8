// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.job;

import io.beamscribe.pipelines.flags.UsageException;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;
import org.joda.time.Duration;

/**
 * What a runner needs before a job, and knows during and after one. {@link RunnerSupports} finds
 * the one for a job; a runner that has none is run as Beam runs it. Thread-safe.
 */
@Internal
public interface RunnerSupport {
  /** Whether this is for the runner that the options name. */
  boolean supports(PipelineOptions options);

  /**
   * Sets what the user should not have to, before anything is made with the options.
   *
   * @throws UsageException where no job can be run with them, such as on a cluster that is not
   *     there
   */
  void prepare(PipelineOptions options) throws UsageException;

  /**
   * As {@link #prepare}, for a job without end, which is to survive what becomes of its workers.
   */
  default void prepareStream(PipelineOptions options) throws UsageException {
    prepare(options);
  }

  /** Whether the threads of this process do the work. */
  default boolean worksHere() {
    return false;
  }

  /** Why the last job with these options failed, as one sentence, where it can be found out. */
  default Optional<String> failure(PipelineOptions options) {
    return Optional.empty();
  }

  /**
   * Whether a job ends with the program that runs it; not where that is part of a cluster, whose
   * next process goes on with the job.
   */
  default boolean endsWithProgram(PipelineOptions options) {
    return true;
  }

  /** Waits for a job, some time at most; the state may be null where the job has not ended. */
  default PipelineResult.State await(PipelineResult result, Duration time) {
    return result.waitUntilFinish(time);
  }

  /**
   * Whether a failure to ask for the state of a running job may pass, as what manages the job is
   * being started again and goes on with it.
   */
  default boolean mayPass(Throwable failure) {
    return false;
  }

  /**
   * The counters of a namespace in the running job with these options, by name.
   *
   * @return empty where the runner's own result tells them while the job runs, or nobody does
   */
  default Optional<Map<String, Long>> counters(PipelineOptions options, String namespace) {
    return Optional.empty();
  }
}
