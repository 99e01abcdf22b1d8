// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobHandle;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Cancels the job when the process is interrupted (Ctrl-C), and tells the user how to resume. */
final class InterruptGuard implements AutoCloseable {
  /** Users do not wait longer after Ctrl-C. */
  private static final long CANCEL_MILLIS = 3000;

  private final Console console;
  private final Thread hook = new Thread(this::interrupted, "interrupt-guard");
  private volatile @Nullable JobHandle<?> job;
  private volatile boolean interrupted;

  InterruptGuard(Console console) {
    this.console = console;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Sets the job to cancel. */
  void watch(JobHandle<?> running) {
    job = running;
  }

  /** Blocks forever once the process is shutting down, so that the caller prints nothing more. */
  void stopIfInterrupted() {
    if (interrupted) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      stopIfInterrupted();
    }
  }

  private void interrupted() {
    interrupted = true;
    console.err().println();
    console.err().println("Interrupted; run the same command again to resume where it stopped.");
    console.err().flush();
    Thread canceller = new Thread(this::cancel, "cancel");
    canceller.setDaemon(true);
    canceller.start();
    try {
      canceller.join(CANCEL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void cancel() {
    try {
      if (job != null) {
        job.cancel();
      }
    } catch (JobException | RuntimeException e) {
      // The process ends anyway, and with it a job on this machine.
    }
  }
}
