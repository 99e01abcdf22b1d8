// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ProgressMode;
import io.beamscribe.pipelines.job.JobProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * Shows the progress of a job until closed: on a terminal one updating line, otherwise a line every
 * 30 s.
 */
final class ProgressDisplay implements AutoCloseable {
  private static final int TERMINAL_MILLIS = 500;
  private static final int PIPE_SECONDS = 30;

  /** Minimum time between two queries, each of which costs a cluster several requests. */
  private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Supplier<JobProgress> source;
  private final long start = System.nanoTime();
  private AutoCloseable shown = () -> {};
  private long looked = System.nanoTime() - LOOK_NANOS;
  private volatile boolean ended;
  private JobProgress last = JobProgress.NONE;

  private ProgressDisplay(Supplier<JobProgress> source) {
    this.source = source;
  }

  static ProgressDisplay start(Supplier<JobProgress> source, ProgressMode mode, Console console) {
    ProgressDisplay progress = new ProgressDisplay(source);
    if (mode == ProgressMode.AUTO) {
      progress.shown =
          console.terminal()
              ? progress.onTerminal(console.err())
              : progress.inPipe(console.err(), PIPE_SECONDS, TimeUnit.SECONDS);
    }
    return progress;
  }

  private AutoCloseable onTerminal(PrintStream err) {
    ProgressBar bar =
        new ProgressBarBuilder()
            .setConsumer(new ConsoleProgressBarConsumer(err))
            .setUpdateIntervalMillis(TERMINAL_MILLIS)
            .continuousUpdate()
            .setRenderer((state, width) -> ProgressLine.bar(snapshot(), elapsed(), width))
            .build();
    return bar;
  }

  private AutoCloseable inPipe(PrintStream err, int interval, TimeUnit unit) {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "progress");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        timer.scheduleAtFixedRate(
            () -> err.println(ProgressLine.text(snapshot(), elapsed())), interval, interval, unit);
    return timer::shutdownNow;
  }

  private JobProgress snapshot() {
    long now = System.nanoTime();
    if (!ended && now - looked < LOOK_NANOS) {
      return last;
    }
    looked = now;
    last = source.get();
    return last;
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public void close() {
    ended = true; // so that the last line shows the final state
    try {
      shown.close();
    } catch (Exception e) {
      // Failing to print is no reason to fail the job.
    }
  }
}
