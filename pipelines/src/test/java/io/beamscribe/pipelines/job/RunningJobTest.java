// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.jupiter.api.Test;

class RunningJobTest {
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  @Test
  void hasTheResultWhenItIsDone() throws Exception {
    JobHandle<String> job = run("fine");
    job.await();
    job.await();

    assertThat(job.state()).isEqualTo(PipelineResult.State.DONE);
    assertThat(job.progress().filesDone()).isEqualTo(1);
    assertThat(job.result()).isEqualTo("result of fine");
    assertThat(ended.getCount()).isZero();
  }

  @Test
  void saysTheSentenceOfTheCause() {
    assertThatThrownBy(() -> run("speech").await())
        .isInstanceOf(JobException.class)
        .hasMessage("The disk is full.");
    assertThatThrownBy(() -> run("bug").await())
        .isInstanceOf(JobException.class)
        .hasMessage("The job failed: IllegalStateException: first line");
  }

  @Test
  void anErrorIsAFailedJobWhateverStateTheRunnerIsIn() {
    assertThatThrownBy(() -> run("memory").await())
        .isInstanceOf(JobException.class)
        .hasMessageStartingWith("The job ran out of memory;");
  }

  @Test
  void aJobThatFailedHasNoResult() throws Exception {
    JobHandle<String> job = run("speech");
    assertThatThrownBy(job::await).hasMessage("The disk is full.");

    assertThat(job.state()).isEqualTo(PipelineResult.State.FAILED);
    assertThat(Causes.sentence(failure.get())).isEqualTo("The disk is full.");
    assertThat(ended.getCount()).isZero();
    assertThatThrownBy(job::result).isInstanceOf(IllegalStateException.class);
    job.cancel();
  }

  @Test
  void progressThatFailsDoesNoHarm() throws Exception {
    JobHandle<String> job = run("unmeasured");

    assertThat(job.progress()).isEqualTo(JobProgress.NONE);
    job.await();
  }

  @Test
  void isCancelledByAnotherThreadWhileOneWaits() throws Exception {
    JobHandle<String> job = run("endless");
    Thread canceller =
        new Thread(
            () -> {
              try {
                job.cancel();
              } catch (JobException e) {
                throw new IllegalStateException(e);
              }
            });
    canceller.start();

    assertThatThrownBy(job::await)
        .isInstanceOf(JobException.class)
        .hasMessage("The job did not end as DONE but as CANCELLED.");
    assertThat(job.state()).isEqualTo(PipelineResult.State.CANCELLED);
    canceller.join();
  }

  @Test
  void severalRunAtOnceInOneProcess() throws Exception {
    JobHandle<String> endless = run("endless");
    JobHandle<String> fine = run("fine");
    JobHandle<String> broken = run("speech");

    fine.await();
    assertThatThrownBy(broken::await).hasMessage("The disk is full.");
    assertThat(endless.state()).isEqualTo(PipelineResult.State.RUNNING);
    endless.cancel();
    assertThatThrownBy(endless::await).hasMessageContaining("CANCELLED");
  }

  private JobHandle<String> run(String what) throws JobException {
    Pipeline pipeline =
        Pipeline.create(PipelineOptionsFactory.fromArgs("--blockOnRun=false").create());
    pipeline.apply(Create.of(what)).apply(ParDo.of(new EndFn()));
    return RunningJob.start(pipeline, new Kind(what, ended, failure));
  }

  private record Kind(String what, CountDownLatch ends, AtomicReference<Throwable> failure)
      implements JobKind<String> {
    @Override
    public Supplier<JobProgress> progress(PipelineResult running) {
      return () -> {
        if (what.equals("unmeasured")) {
          throw new IllegalStateException("no metrics");
        }
        return new JobProgress(1, 1, 0, 0, 0, 0);
      };
    }

    @Override
    public String result(JobProgress end) {
      return "result of " + what;
    }

    @Override
    public void say(String sentence) {}

    @Override
    public void failed(Throwable why) {
      failure.set(why);
    }

    @Override
    public void ended() {
      ends.countDown();
    }
  }

  private static final class EndFn extends DoFn<String, Void> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void end(@Element String what) throws Exception {
      switch (what) {
        case "speech" -> throw new SpeechException(ErrorKind.TRANSIENT, "The disk is full.");
        case "bug" -> throw new IllegalStateException("first line\nsecond line");
        case "memory" -> throw new OutOfMemoryError("made for a test");
        case "endless" -> new CountDownLatch(1).await();
        default -> {}
      }
    }
  }
}
