// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ProgressMode;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobHandle;
import java.util.Optional;

/** Runs a job to its end, showing its progress; Ctrl-C cancels it. */
final class JobConsole {
  private JobConsole() {}

  /** Starts a job. */
  interface Start<R> {
    JobHandle<R> start() throws JobException;
  }

  /** Waits for the end of a job that another program has started, whatever it is. */
  static void awaitOther(Optional<? extends JobHandle<?>> working, Console console)
      throws JobException {
    if (working.isEmpty()) {
      return;
    }
    console
        .err()
        .println(
            "The cluster works on this already, for a program before: waiting for the end of that"
                + " job. What it has done is then skipped.");
    console.err().flush();
    try {
      working.get().await();
    } catch (JobException e) {
      console.err().println("That job has failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobException("Interrupted while waiting for the job.", e);
    }
  }

  /**
   * Starts a job and waits for its end. When the process is interrupted meanwhile, the job is
   * cancelled and this never returns.
   *
   * @param elsewhere whether it is one of a cluster
   * @return the job, which has ended as DONE
   */
  static <R> JobHandle<R> run(Start<R> start, boolean elsewhere, ProgressMode mode, Console console)
      throws JobException {
    try (InterruptGuard guard = new InterruptGuard(console, elsewhere)) {
      try {
        JobHandle<R> job = start.start();
        if (job.endsWithProgram()) {
          guard.watch(job);
        } else {
          guard.watchNothing();
        }
        try (ProgressDisplay shown = ProgressDisplay.start(job::progress, mode, console)) {
          job.await();
        }
        guard.stopIfInterrupted();
        return job;
      } catch (JobException e) {
        guard.watchNothing();
        guard.stopIfInterrupted();
        throw e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new JobException("Interrupted while waiting for the job.", e);
      }
    }
  }
}
