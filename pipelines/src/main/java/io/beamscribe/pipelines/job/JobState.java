// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.job;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.beam.sdk.PipelineResult;
import org.joda.time.Duration;

/**
 * Polls the state of a running job. A JobManager may be restarted and recover the job, so one that
 * does not respond, or does not know the job yet, is asked again for up to five minutes. Not
 * thread-safe.
 */
final class JobState {
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

  private final PipelineResult result;
  private final RunnerSupport support;
  private final Consumer<String> notices;
  private long answered = System.nanoTime();
  private boolean notified;

  JobState(PipelineResult result, RunnerSupport support, Consumer<String> notices) {
    this.result = result;
    this.support = support;
    this.notices = notices;
  }

  /** Waits until the job has ended or the time is up. */
  PipelineResult.State await(Duration time) {
    try {
      PipelineResult.State state = support.await(result, time);
      if (state == null) {
        state = result.getState();
      }
      if (state == PipelineResult.State.STOPPED && !isOver()) {
        // A JobManager that lost leadership reports STOPPED; the next one recovers the job.
        return unknown(time);
      }
      answered = System.nanoTime();
      notified = false;
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
    if (!notified) {
      notices.accept("The cluster does not respond; the job may still be running. Trying again.");
      notified = true;
    }
    try {
      TimeUnit.MILLISECONDS.sleep(time.getMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return PipelineResult.State.UNKNOWN;
  }
}
