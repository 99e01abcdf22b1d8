// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.evaluate;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.Causes;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobHandle;
import io.beamscribe.pipelines.job.JobProgress;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.beam.sdk.PipelineResult;
import org.jspecify.annotations.Nullable;

/** Jobs one after the other, the last of which evaluates, as if they were one. Thread-safe. */
final class EvaluateHandle implements JobHandle<EvaluationReport> {
  private final CompletableFuture<JobHandle<EvaluationReport>> end = new CompletableFuture<>();
  private volatile @Nullable JobHandle<?> current;
  private volatile boolean cancelled;

  private EvaluateHandle() {}

  static EvaluateHandle start(
      List<? extends Callable<? extends JobHandle<?>>> first,
      Callable<JobHandle<EvaluationReport>> last) {
    EvaluateHandle handle = new EvaluateHandle();
    Thread thread = new Thread(() -> handle.run(first, last), "evaluation");
    thread.setDaemon(true);
    thread.start();
    return handle;
  }

  private void run(
      List<? extends Callable<? extends JobHandle<?>>> first,
      Callable<JobHandle<EvaluationReport>> last) {
    try {
      for (Callable<? extends JobHandle<?>> each : first) {
        follow(each.call());
      }
      JobHandle<EvaluationReport> evaluation = last.call();
      follow(evaluation);
      end.complete(evaluation);
    } catch (Exception | Error e) {
      end.completeExceptionally(e);
    }
  }

  private void follow(JobHandle<?> job) throws JobException, InterruptedException {
    current = job;
    if (cancelled) {
      job.cancel();
    }
    job.await();
  }

  @Override
  public PipelineResult.State state() {
    if (!end.isDone()) {
      return PipelineResult.State.RUNNING;
    }
    if (!end.isCompletedExceptionally()) {
      return PipelineResult.State.DONE;
    }
    return cancelled ? PipelineResult.State.CANCELLED : PipelineResult.State.FAILED;
  }

  @Override
  public JobProgress progress() {
    JobHandle<?> job = current;
    return job == null ? JobProgress.NONE : job.progress();
  }

  @Override
  public void cancel() throws JobException {
    cancelled = true;
    JobHandle<?> job = current;
    if (job != null && !end.isDone()) {
      job.cancel();
    }
  }

  @Override
  public void await() throws JobException, InterruptedException {
    try {
      end.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new JobException(
          cause instanceof UsageException || cause instanceof JobException
              ? String.valueOf(cause.getMessage())
              : Causes.sentence(cause),
          cause);
    }
  }

  @Override
  public EvaluationReport result() throws JobException, UsageException {
    if (state() != PipelineResult.State.DONE) {
      throw new IllegalStateException("The job has not ended as DONE but is " + state() + ".");
    }
    return end.join().result();
  }

  @Override
  public boolean endsWithProgram() {
    JobHandle<?> job = current;
    return job == null || job.endsWithProgram();
  }
}
