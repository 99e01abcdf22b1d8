package io.beamscribe.pipelines.job;

import io.beamscribe.pipelines.console.Console;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.PipelineResult;
import org.joda.time.Duration;

/**
 * The state of a running job. What manages the job may be started again meanwhile, and go on with
 * it: who does not answer, or does not know the job yet, is asked again for some minutes.
 */
final class JobState {
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

  private final PipelineResult result;
  private final RunnerSupport support;
  private final Console console;
  private long answered = System.nanoTime();
  private boolean told;

  JobState(PipelineResult result, RunnerSupport support, Console console) {
    this.result = result;
    this.support = support;
    this.console = console;
  }

  /** Waits until the job has ended, or the time is over. */
  PipelineResult.State await(Duration time) {
    try {
      PipelineResult.State state = support.await(result, time);
      if (state == null) {
        state = result.getState();
      }
      if (state == PipelineResult.State.STOPPED && !isOver()) {
        // Laid down by one that manages it, for the next one to take up.
        return unknown(time);
      }
      answered = System.nanoTime();
      told = false;
      return state;
    } catch (RuntimeException e) {
      if (!support.mayPass(e) || isOver()) {
        throw e;
      }
      return unknown(time);
    }
  }

  private boolean isOver() {
    return System.nanoTime() - answered > PATIENCE;
  }

  private PipelineResult.State unknown(Duration time) {
    if (!told) {
      console.err().println("The cluster does not answer; the job may go on. Asking again.");
      told = true;
    }
    try {
      TimeUnit.MILLISECONDS.sleep(time.getMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return PipelineResult.State.UNKNOWN;
  }
}
