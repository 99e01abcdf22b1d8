// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.job;

import static java.util.Objects.requireNonNullElse;

import io.beamscribe.pipelines.flags.UsageException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;
import org.joda.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A job from start to end, on any runner. A thread of its own polls the runner for the state, so
 * that the end is noticed whether or not anyone waits.
 */
@Internal
public final class RunningJob<R> implements JobHandle<R> {
  private static final long LEAST_POLL_MILLIS = 500;
  private static final long MOST_POLL_MILLIS = 5000;

  /** Share of the running time by which the end may be noticed late, since polling has a cost. */
  private static final double LATE = 0.02;

  private final PipelineOptions options;
  private final RunnerSupport support;
  private final PipelineResult result;
  private final JobKind<R> kind;
  private final Supplier<JobProgress> source;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private volatile PipelineResult.State state = PipelineResult.State.RUNNING;
  private volatile JobProgress progress = JobProgress.NONE;
  private @Nullable R read;
  private Optional<String> givenUp = Optional.empty();

  private RunningJob(PipelineOptions options, PipelineResult result, JobKind<R> kind) {
    this.options = options;
    this.support = RunnerSupports.of(options);
    this.result = result;
    this.kind = kind;
    this.source = kind.progress(result);
  }

  /**
   * Starts a pipeline. Returns once the runner has accepted it; a runner that does all the work
   * before it returns, such as Flink inside this process, blocks the caller until then.
   *
   * @throws JobException if the runner rejects it, with the cause as its message
   */
  public static <R> JobHandle<R> start(Pipeline pipeline, JobKind<R> kind) throws JobException {
    try {
      return follow(pipeline.getOptions(), pipeline.run(), kind);
    } catch (RuntimeException | Error e) {
      kind.failed(e);
      kind.ended();
      throw new JobException(Causes.sentence(e), e);
    }
  }

  /** Follows a job that another program has started. */
  public static <R> JobHandle<R> follow(
      PipelineOptions options, PipelineResult working, JobKind<R> kind) {
    return new RunningJob<>(options, working, kind).begin();
  }

  /**
   * Has a cluster run a pipeline, and leaves it alone; returns what has become of it, in a
   * sentence.
   *
   * @throws JobException if the runner rejects it, with the cause as its message
   */
  public static String handOver(Pipeline pipeline) throws JobException {
    try {
      pipeline.run();
    } catch (RuntimeException | Error e) {
      throw new JobException(Causes.sentence(e), e);
    }
    PipelineOptions options = pipeline.getOptions();
    String own = options.getJobName();
    return RunnerSupports.of(options)
        .working(options, own::equals)
        .map(
            job ->
                "The cluster has the job and goes on with it; end it there, as with 'flink cancel %s'."
                    .formatted(job.id()))
        .orElse("The cluster has the job %s and goes on with it; end it there.".formatted(own));
  }

  private JobHandle<R> begin() {
    Thread thread = new Thread(this::follow, "job");
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  @Override
  public PipelineResult.State state() {
    return state;
  }

  @Override
  public JobProgress progress() {
    try {
      progress = source.get();
    } catch (RuntimeException e) {
      // Metrics of a job that is just ending may be unavailable.
    }
    return progress;
  }

  @Override
  public void cancel() throws JobException {
    if (end.isDone()) {
      return;
    }
    try {
      result.cancel();
    } catch (IOException | RuntimeException e) {
      throw new JobException("The job cannot be cancelled.", e);
    }
  }

  @Override
  public void await() throws JobException, InterruptedException {
    try {
      end.get();
    } catch (ExecutionException e) {
      throw new JobException(Causes.sentence(requireNonNullElse(e.getCause(), e)), e.getCause());
    }
  }

  @Override
  public synchronized R result() throws JobException, UsageException {
    if (state != PipelineResult.State.DONE) {
      throw new IllegalStateException("The job has not ended as DONE but is " + state + ".");
    }
    R known = read;
    if (known == null) {
      known = kind.result(progress());
      read = known;
    }
    return known;
  }

  @Override
  public boolean endsWithProgram() {
    return support.endsWithProgram(options);
  }

  private void follow() {
    Throwable failure = null;
    try {
      failure = failure(end());
    } catch (RuntimeException | Error e) {
      failure = e;
      state = PipelineResult.State.FAILED;
    } finally {
      if (failure != null) {
        kind.failed(failure);
      }
      kind.ended();
      if (failure == null) {
        end.complete(null);
      } else {
        end.completeExceptionally(failure);
      }
    }
  }

  private PipelineResult.State end() {
    JobState asked = new JobState(result, support, kind::say);
    long start = System.nanoTime();
    do {
      state = asked.await(poll(System.nanoTime() - start));
      giveUp();
    } while (!state.isTerminal());
    return state;
  }

  /** Cancels the job, once, if its kind says so; if that fails it is tried at the next poll. */
  private void giveUp() {
    if (state.isTerminal() || givenUp.isPresent()) {
      return;
    }
    Optional<String> reason = kind.giveUp(this::progress);
    if (reason.isPresent()) {
      try {
        cancel();
        givenUp = reason;
      } catch (JobException e) {
        kind.say(e.getMessage());
      }
    }
  }

  /** Only DONE means that all work was done, whatever else a runner returns. */
  private @Nullable JobException failure(PipelineResult.State at) {
    return at == PipelineResult.State.DONE
        ? null
        : new JobException(
            givenUp
                .or(() -> support.failure(options))
                .orElse("The job did not end as DONE but as " + at + "."));
  }

  private static Duration poll(long nanosSoFar) {
    long millis = (long) (LATE * nanosSoFar / 1e6);
    return Duration.millis(Math.min(MOST_POLL_MILLIS, Math.max(LEAST_POLL_MILLIS, millis)));
  }
}
