// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ProgressMode;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobHandle;

/** Runs a job to its end, showing its progress; Ctrl-C cancels it. */
final class JobConsole {
  private JobConsole() {}

  /** Starts a job. */
  interface Start<R> {
    JobHandle<R> start() throws JobException;
  }

  /**
   * Starts a job and waits for its end. When the process is interrupted meanwhile, the job is
   * cancelled and this never returns.
   *
   * @return the job, which has ended as DONE
   */
  static <R> JobHandle<R> run(Start<R> start, ProgressMode mode, Console console)
      throws JobException {
    try (InterruptGuard guard = new InterruptGuard(console)) {
      try {
        JobHandle<R> job = start.start();
        if (job.endsWithProgram()) {
          guard.watch(job);
        }
        try (ProgressDisplay shown = ProgressDisplay.start(job::progress, mode, console)) {
          job.await();
        }
        guard.stopIfInterrupted();
        return job;
      } catch (JobException e) {
        guard.stopIfInterrupted();
        throw e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new JobException("Interrupted while waiting for the job.", e);
      }
    }
  }
}
