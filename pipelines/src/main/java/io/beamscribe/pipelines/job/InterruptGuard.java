package io.beamscribe.pipelines.job;

import io.beamscribe.pipelines.console.Console;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.apache.beam.sdk.PipelineResult;

/** Cancels the job when the process is told to end (Ctrl-C), and tells the user how to go on. */
final class InterruptGuard implements AutoCloseable {
  /** Nobody waits longer for a program that was told to end. */
  private static final long CANCEL_MILLIS = 3000;

  private final Console console;
  private final Thread hook = new Thread(this::interrupted, "interrupt-guard");
  private volatile PipelineResult result;
  private volatile boolean interrupted;

  InterruptGuard(Console console) {
    this.console = console;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The job to cancel. */
  void watch(PipelineResult running) {
    result = running;
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
      if (result != null) {
        result.cancel();
      }
    } catch (IOException | RuntimeException e) {
      // The process ends anyway, and with it a job on this machine.
    }
  }
}
