// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ProgressMode;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobKind;
import io.beamscribe.pipelines.job.JobProgress;
import io.beamscribe.pipelines.job.RunningJob;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.joda.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InterruptTest {
  private static final String READY = "element";

  @Test
  @Timeout(120)
  void anInterruptedProcessCancelsTheJobAndSaysHowToResume() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EndlessJob.class.getName())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      waitFor(READY, output);

      process.toHandle().destroy(); // unlike destroy() of the process, leaves its output open

      assertThat(output.lines())
          .containsOnlyOnce("Interrupted; run the same command again to resume where it stopped.")
          .noneMatch(line -> line.contains("CANCELLED") || line.contains("Exception"));
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(128 + 15);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  @Timeout(120)
  void aJobOfAClusterThatCannotBeCancelledIsNotSaidToHaveEnded() throws Exception {
    assertThat(interrupted(new IOException("no connection")))
        .contains("could not be cancelled and may still work on the cluster");
    assertThat(interrupted(null)).doesNotContain("could not be cancelled");
  }

  private static String interrupted(@Nullable IOException failure) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    try (InterruptGuard guard = new InterruptGuard(new Console(err, err, false), true)) {
      PipelineResult job = new ElsewhereJob(failure);
      // Submitted while the process is told to end.
      new Thread(
              () ->
                  guard.watch(
                      RunningJob.follow(PipelineOptionsFactory.create(), job, new NoKind())))
          .start();
      guard.interrupted();
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  private static void waitFor(String wanted, BufferedReader output) throws IOException {
    for (String line = output.readLine(); !wanted.equals(line); line = output.readLine()) {
      assertThat(line).as("the job never began").isNotNull();
    }
  }

  /** A job of a cluster that says no, or yes. */
  private record ElsewhereJob(@Nullable IOException failure) implements PipelineResult {
    @Override
    public State getState() {
      return State.RUNNING;
    }

    @Override
    public State cancel() throws IOException {
      if (failure != null) {
        throw failure;
      }
      return State.CANCELLED;
    }

    @Override
    public State waitUntilFinish(Duration time) {
      return State.RUNNING;
    }

    @Override
    public State waitUntilFinish() {
      return State.RUNNING;
    }

    @Override
    public MetricResults metrics() {
      throw new UnsupportedOperationException();
    }
  }

  /** The process. */
  static final class EndlessJob {
    private EndlessJob() {}

    public static void main(String[] args) throws JobException {
      Pipeline pipeline =
          Pipeline.create(PipelineOptionsFactory.fromArgs("--blockOnRun=false").create());
      pipeline.apply(Create.of(READY)).apply(ParDo.of(new EndlessFn()));
      Console console = new Console(System.out, System.err, false);
      JobConsole.run(
          () -> RunningJob.start(pipeline, new NoKind()), false, ProgressMode.NONE, console);
    }
  }

  private static final class NoKind implements JobKind<Void> {
    @Override
    public Supplier<JobProgress> progress(PipelineResult running) {
      return () -> JobProgress.NONE;
    }

    @Override
    public Void result(JobProgress end) {
      throw new IllegalStateException("It has no end.");
    }

    @Override
    public void say(String sentence) {}
  }

  private static final class EndlessFn extends DoFn<String, Void> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void wait(@Element String element) throws InterruptedException {
      System.out.println(element);
      new CountDownLatch(1).await();
    }
  }
}
