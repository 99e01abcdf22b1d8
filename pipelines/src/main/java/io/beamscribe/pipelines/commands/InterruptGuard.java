// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobHandle;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/**
 * Cancels the job when the process is interrupted (Ctrl-C, SIGTERM), and tells the user how to
 * resume, or that the job could not be cancelled.
 */
final class InterruptGuard implements AutoCloseable {
  /** Users do not wait longer after Ctrl-C. */
  private static final long CANCEL_MILLIS = 3000;

  /** A busy cluster may take so long, and a job that is missed there goes on. */
  private static final long CLUSTER_CANCEL_MILLIS = 15_000;

  private final Console console;
  private final boolean elsewhere;
  private final Thread hook = new Thread(this::interrupted, "interrupt-guard");
  private final CompletableFuture<Optional<JobHandle<?>>> job = new CompletableFuture<>();
  private volatile boolean interrupted;
  private volatile boolean cancelled;

  /**
   * @param elsewhere whether the job is one of a cluster: then one that is just being submitted is
   *     waited for, and cancelled
   */
  InterruptGuard(Console console, boolean elsewhere) {
    this.console = console;
    this.elsewhere = elsewhere;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Sets the job to cancel. */
  void watch(JobHandle<?> running) {
    job.complete(Optional.of(running));
  }

  /** Says that there is no job to cancel. */
  void watchNothing() {
    job.complete(Optional.empty());
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
    watchNothing();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      stopIfInterrupted();
    }
  }

  /** What is done when the process is told to end. */
  void interrupted() {
    interrupted = true;
    console.err().println();
    console.err().println("Interrupted; run the same command again to resume where it stopped.");
    console.err().flush();
    Thread canceller = new Thread(this::cancel, "cancel");
    canceller.setDaemon(true);
    canceller.start();
    try {
      canceller.join(elsewhere ? CLUSTER_CANCEL_MILLIS : CANCEL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (elsewhere && !cancelled) {
      console
          .err()
          .println(
              "The job could not be cancelled and may still work on the cluster; the same command"
                  + " finds it there.");
      console.err().flush();
    }
  }

  private void cancel() {
    try {
      // Without a cluster the process takes a job with it that is not there yet.
      Optional<JobHandle<?>> known = elsewhere ? job.get() : job.getNow(Optional.empty());
      if (known.isPresent()) {
        known.get().cancel();
      }
      cancelled = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | JobException | RuntimeException e) {
      // The process ends anyway, and with it a job on this machine.
    }
  }
}
