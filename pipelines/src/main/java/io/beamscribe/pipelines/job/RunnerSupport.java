package io.beamscribe.pipelines.job;

import io.beamscribe.pipelines.flags.UsageException;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.joda.time.Duration;

/**
 * What a runner wants before a job, and knows after one. Found by {@link ServiceLoader}; a runner
 * that has none is run as Beam runs it.
 */
public interface RunnerSupport {
  /** Whether the threads of this process do the work, and no runner else. */
  static boolean worksHere(PipelineOptions options) {
    return options.getRunner().getSimpleName().equals("DirectRunner");
  }

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

  /** Why the last job with these options failed, as one sentence, where it can be found out. */
  Optional<String> failure(PipelineOptions options);

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

  /** That of the runner which the options name; one that does nothing where there is none. */
  static RunnerSupport of(PipelineOptions options) {
    return ServiceLoader.load(RunnerSupport.class, RunnerSupport.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(support -> support.supports(options))
        .findFirst()
        .orElse(NoSupport.INSTANCE);
  }
}
