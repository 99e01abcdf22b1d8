// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobHandle;
import io.beamscribe.pipelines.job.RunnerSupports;
import io.beamscribe.pipelines.job.RunningJob;
import io.beamscribe.pipelines.job.WorkingJob;
import io.beamscribe.speech.engines.EarlyEngine;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.transforms.Transcribe;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.StreamingOptions;

/**
 * A transcription job, batch or streaming, whose options are valid and whose models are on this
 * machine; {@link #start} runs it.
 *
 * <p>A process may run any number of jobs, one after another or at once. A job depends on nothing
 * but its options, so give each job its own and do not change them afterwards. Nothing is printed
 * and the process is never exited. {@link UsageException} says which option is invalid, {@link
 * JobException} what failed, each in one sentence for people. Thread-safe.
 */
public final class TranscribeJob {
  private final TranscribeOptions options;
  private final TranscriptionSetup setup;
  private final Optional<WatchPlan> stream;
  private final ModelListener listener;
  private final JobName name;
  private final AtomicBoolean started = new AtomicBoolean();

  private TranscribeJob(
      TranscribeOptions options,
      TranscriptionSetup setup,
      Optional<WatchPlan> stream,
      ModelListener listener) {
    this.options = options;
    this.setup = setup;
    this.stream = stream;
    this.listener = listener;
    this.name = JobName.of(options, stream.isPresent() ? "watch" : "transcribe", setup);
  }

  /**
   * Validates a batch job and downloads its models, which may take minutes. The job transcribes
   * what is in the inputs when it starts, and writes a report.
   *
   * @param listener notified of downloads by the calling thread, and of a cluster that does not
   *     respond by the job's own thread
   * @throws UsageException if an option, an input or the output is invalid; nothing was started
   * @throws JobException if a model is unavailable
   */
  public static TranscribeJob batch(TranscribeOptions options, ModelListener listener)
      throws UsageException, JobException {
    return new TranscribeJob(
        options, TranscriptionSetup.batch(options, listener), Optional.empty(), listener);
  }

  /**
   * As {@link #batch}, for a streaming job: it transcribes what is in the inputs and what arrives
   * there, until it is cancelled, and writes no report.
   */
  public static TranscribeJob stream(WatchOptions options, ModelListener listener)
      throws UsageException, JobException {
    WatchPlan plan = WatchPlan.of(options);
    options.as(StreamingOptions.class).setStreaming(true);
    return new TranscribeJob(
        options, TranscriptionSetup.stream(options, listener), Optional.of(plan), listener);
  }

  /** Sets up a {@link #batch} job and starts it. */
  public static JobHandle<RunReport> submit(TranscribeOptions options, ModelListener listener)
      throws UsageException, JobException {
    return batch(options, listener).start();
  }

  /** Sets up a {@link #stream} job and starts it. */
  public static JobHandle<RunReport> submitStream(WatchOptions options, ModelListener listener)
      throws UsageException, JobException {
    return stream(options, listener).start();
  }

  /** Id of the model that recognises speech. */
  public String modelId() {
    return setup.settings().recognition().modelId();
  }

  /** Why this model was chosen, as part of a sentence. */
  public String modelReason() {
    return setup.modelReason();
  }

  /** Whether the work is done by a cluster, in which the job may go on without this process. */
  public boolean worksElsewhere() {
    return RunnerSupports.of(options).worksElsewhere(options);
  }

  /**
   * Whether it is to be handed over to a cluster, by {@link #handOver} instead of {@link #start}.
   */
  public boolean isDetached() {
    return RunnerSupports.of(options).handsOver(options);
  }

  /**
   * The same job, if it works on the cluster already: a process that was killed, or lost its
   * machine, has left it there. Whoever starts another does no harm, but has the work done twice.
   * Jobs that read events share them, and are never the same.
   *
   * @return its state, progress and end; its result is not told
   */
  public Optional<JobHandle<RunReport>> working() {
    return workingJob()
        .map(
            job -> {
              options.setJobName(job.name());
              EarlyEngine none = new EarlyEngine(setup.settings().recognition().engine());
              return RunningJob.follow(
                  options,
                  job.result(),
                  new TranscribeRun(
                      options, setup, false, none, listener, System.currentTimeMillis()));
            });
  }

  /**
   * Hands the job over to its cluster, unless it works there already. Nobody reads what comes of
   * it: its results and, of a batch, its report are in the output in the end.
   *
   * @return what has become of it, in a sentence
   * @throws JobException if the cluster rejects it
   * @throws IllegalStateException if it was started before, or there is no cluster
   */
  public String handOver() throws JobException {
    if (!worksElsewhere() || started.getAndSet(true)) {
      throw new IllegalStateException("The job has no cluster, or was started before.");
    }
    Optional<WorkingJob> same = workingJob();
    if (same.isPresent()) {
      return "The cluster works on this already, as job %s; nothing was started."
          .formatted(same.get().id());
    }
    String own = name.of(setup.settings().run().id());
    options.setJobName(own);
    Pipeline pipeline = Pipeline.create(options);
    if (stream.isPresent()) {
      pipeline.apply("Watch", stream.get().transform(setup));
    } else {
      pipeline.apply(
          "Transcribe",
          Transcribe.batch(
              setup.inputs().all(),
              RunReport.afterFailures(setup.settings()),
              System.currentTimeMillis()));
    }
    return RunningJob.handOver(pipeline);
  }

  private Optional<WorkingJob> workingJob() {
    boolean events =
        stream.filter(plan -> plan.options().getSource() == WatchSource.KAFKA).isPresent();
    return events ? Optional.empty() : RunnerSupports.of(options).working(options, name::fits);
  }

  /**
   * Starts the job. Returns once the runner has accepted it; Flink inside this process returns only
   * when all work is done.
   *
   * @throws JobException if the runner rejects it
   * @throws IllegalStateException if it was started before: each run needs a job of its own
   */
  public JobHandle<RunReport> start() throws JobException {
    if (started.getAndSet(true)) {
      throw new IllegalStateException("The job was started before.");
    }
    if (worksElsewhere()) {
      options.setJobName(name.of(setup.settings().run().id()));
    }
    EarlyEngine engine = new EarlyEngine(setup.settings().recognition().engine());
    long startMillis = System.currentTimeMillis();
    Pipeline pipeline;
    try {
      pipeline = stream.isPresent() ? streaming(stream.get()) : batch(engine, startMillis);
    } catch (JobException | RuntimeException e) {
      engine.close();
      throw e;
    }
    return RunningJob.start(
        pipeline,
        new TranscribeRun(options, setup, stream.isEmpty(), engine, listener, startMillis));
  }

  private Pipeline batch(EarlyEngine engine, long startMillis) throws JobException {
    OutputLayout output = setup.settings().run().output();
    TranscriptionSettings settings = RunReport.afterFailures(setup.settings());
    if (RunnerSupports.of(options).worksHere() && !holdsResults(output)) {
      engine.begin();
    }
    Pipeline pipeline = Pipeline.create(options);
    pipeline.apply("Transcribe", Transcribe.begun(setup.inputs().all(), settings, startMillis));
    return pipeline;
  }

  private Pipeline streaming(WatchPlan plan) {
    Pipeline pipeline = Pipeline.create(options);
    pipeline.apply("Watch", plan.transform(setup));
    return pipeline;
  }

  /** Whether an earlier run has left results, so that there may be nothing to recognise. */
  private static boolean holdsResults(OutputLayout output) {
    return !Addresses.isLocal(output.root())
        || Files.exists(Path.of(Addresses.localPath(output.root()), "transcripts"));
  }
}
