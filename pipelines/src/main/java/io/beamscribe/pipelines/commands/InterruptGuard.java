// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobHandle;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Cancels the job when the process is told to end (Ctrl-C), and tells the user how to go on. */
final class InterruptGuard implements AutoCloseable {
  /** Nobody waits longer for a program that was told to end. */
  private static final long CANCEL_MILLIS = 3000;

  private final Console console;
  private final Thread hook = new Thread(this::interrupted, "interrupt-guard");
  private volatile @Nullable JobHandle<?> job;
  private volatile boolean interrupted;

  InterruptGuard(Console console) {
    this.console = console;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The job to cancel. */
  void watch(JobHandle<?> running) {
    job = running;
  }

  /** Holds the caller for good once the process ends: what it would say is of no use then. */
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
    console.err().println("Interrupted; run the same again to go on where it stopped.");
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
