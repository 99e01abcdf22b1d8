package io.beamscribe.pipelines.job;

import io.beamscribe.pipelines.console.Console;
import java.util.function.Function;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.joda.time.Duration;

/** Runs a job to its end, showing how far it is. */
public final class JobRunner {
  private static final long LEAST_POLL_MILLIS = 500;
  private static final long MOST_POLL_MILLIS = 5000;

  /** Of how long a job runs, the share that its end may be noticed late: to ask has its price. */
  private static final double LATE = 0.02;

  private JobRunner() {}

  /**
   * Runs a pipeline to its end. When the process is interrupted meanwhile, the job is cancelled and
   * this never returns.
   *
   * @param source made of the running job; asked until the job ends
   * @return the source, now telling what it was in the end
   * @throws JobException if the job ended in any other way than as DONE, with the sentence of the
   *     cause
   */
  public static ProgressSource run(
      Pipeline pipeline,
      Function<PipelineResult, ProgressSource> source,
      ProgressMode mode,
      Console console)
      throws JobException {
    try (InterruptGuard guard = new InterruptGuard(console)) {
      try {
        return runGuarded(pipeline, source, mode, console, guard);
      } catch (RuntimeException | Error e) {
        guard.stopIfInterrupted();
        throw new JobException(Causes.sentence(e), e);
      }
    }
  }

  private static ProgressSource runGuarded(
      Pipeline pipeline,
      Function<PipelineResult, ProgressSource> source,
      ProgressMode mode,
      Console console,
      InterruptGuard guard)
      throws JobException {
    PipelineResult result = pipeline.run();
    RunnerSupport support = RunnerSupport.of(pipeline.getOptions());
    if (support.endsWithProgram(pipeline.getOptions())) {
      guard.watch(result);
    }
    ProgressSource progress = source.apply(result);
    PipelineResult.State end;
    try (Progress shown = Progress.start(progress, mode, console)) {
      JobState state = new JobState(result, support, console);
      long start = System.nanoTime();
      do {
        end = state.await(poll(System.nanoTime() - start));
      } while (!end.isTerminal());
    }
    guard.stopIfInterrupted();
    // Whatever a runner returns: only this says that all work was done.
    if (end != PipelineResult.State.DONE) {
      throw new JobException(
          support
              .failure(pipeline.getOptions())
              .orElse("The job did not end as DONE but as " + end + "."));
    }
    return progress;
  }

  private static Duration poll(long nanosSoFar) {
    long millis = (long) (LATE * nanosSoFar / 1e6);
    return Duration.millis(Math.min(MOST_POLL_MILLIS, Math.max(LEAST_POLL_MILLIS, millis)));
  }
}
