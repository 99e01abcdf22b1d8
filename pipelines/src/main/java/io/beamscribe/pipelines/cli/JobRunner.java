package io.beamscribe.pipelines.cli;

import java.util.function.Function;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.joda.time.Duration;

/** Runs a job to its end, showing how far it is. */
public final class JobRunner {
  private static final Duration POLL = Duration.millis(500);

  private JobRunner() {}

  /**
   * Runs a pipeline to its end. When the process is interrupted meanwhile, the job is cancelled and
   * this never returns.
   *
   * @param source made of the running job; asked until the job ends
   * @throws JobException if it ended in any other way than as DONE, with the sentence of the cause
   */
  public static PipelineResult run(
      Pipeline pipeline,
      Function<PipelineResult, ProgressSource> source,
      ProgressMode mode,
      Console console)
      throws JobException {
    try (InterruptGuard guard = new InterruptGuard(console)) {
      PipelineResult result = runGuarded(pipeline, source, mode, console, guard);
      // Whatever a runner returns: one machine's can come back as RUNNING after an error.
      if (result.getState() != PipelineResult.State.DONE) {
        throw new JobException("The job did not end as DONE but as " + result.getState() + ".");
      }
      return result;
    }
  }

  private static PipelineResult runGuarded(
      Pipeline pipeline,
      Function<PipelineResult, ProgressSource> source,
      ProgressMode mode,
      Console console,
      InterruptGuard guard)
      throws JobException {
    try {
      PipelineResult result = pipeline.run();
      guard.watch(result);
      try (Progress progress = Progress.start(source.apply(result), mode, console)) {
        while (!result.getState().isTerminal()) {
          result.waitUntilFinish(POLL);
        }
      }
      return result;
    } catch (RuntimeException | Error e) {
      throw new JobException(Causes.sentence(e), e);
    } finally {
      guard.stopIfInterrupted();
    }
  }
}
