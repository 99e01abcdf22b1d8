package io.beamscribe.pipelines.cli;

import java.net.ConnectException;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.PipelineResult;
import org.joda.time.Duration;

/**
 * The state of a running job. What manages the job may be started again meanwhile, and go on with
 * it: who does not answer is asked again for some minutes.
 */
final class JobState {
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

  private final PipelineResult result;
  private final Console console;
  private long answered = System.nanoTime();
  private boolean told;

  JobState(PipelineResult result, Console console) {
    this.result = result;
    this.console = console;
  }

  /** Waits until the job has ended, or the time is over. */
  PipelineResult.State await(Duration time) {
    try {
      result.waitUntilFinish(time);
      PipelineResult.State state = result.getState();
      answered = System.nanoTime();
      told = false;
      return state;
    } catch (RuntimeException e) {
      if (!isOutOfReach(e) || System.nanoTime() - answered > PATIENCE) {
        throw e;
      }
      if (!told) {
        console.err().println("The cluster does not answer; the job may go on. Asking again.");
        told = true;
      }
      return PipelineResult.State.UNKNOWN;
    }
  }

  private static boolean isOutOfReach(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException) {
        return true;
      }
    }
    return false;
  }
}
