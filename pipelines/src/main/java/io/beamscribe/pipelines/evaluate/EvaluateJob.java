// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.evaluate;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.AbsolutePaths;
import io.beamscribe.pipelines.inputs.Inputs;
import io.beamscribe.pipelines.inputs.Preflight;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobHandle;
import io.beamscribe.pipelines.job.RunnerSupports;
import io.beamscribe.pipelines.job.RunningJob;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.scoring.ScoringOptions;
import io.beamscribe.transforms.evaluate.Evaluate;
import io.beamscribe.transforms.evaluate.EvaluationPlan;
import io.beamscribe.transforms.storage.StorageSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation whose options are valid: it scores results against references or, with models,
 * transcribes the audio of the references first, below the output in a folder for each model.
 *
 * <p>A process may run any number of jobs, one after another or at once; give each its own options
 * and do not change them afterwards. Nothing is printed and the process is never exited.
 * Thread-safe.
 */
public final class EvaluateJob {
  private final EvaluateOptions options;
  private final EvaluationPlan plan;
  private final List<String> models;
  private final ModelListener listener;

  private EvaluateJob(
      EvaluateOptions options, EvaluationPlan plan, List<String> models, ModelListener listener) {
    this.options = options;
    this.plan = plan;
    this.models = models;
    this.listener = listener;
  }

  /**
   * Validates a job.
   *
   * @param listener notified of downloads of models
   * @throws UsageException if an option, a reference or the output is invalid
   */
  public static EvaluateJob of(EvaluateOptions options, ModelListener listener)
      throws UsageException, JobException {
    List<String> models = given(options.getModel(), options.getModel2());
    List<String> results = given(options.getHypotheses(), options.getHypotheses2());
    if (models.isEmpty() == results.isEmpty()) {
      throw new UsageException(
          models.isEmpty()
              ? "Give --hypotheses, or --model to transcribe first."
              : "Give either --hypotheses or --model, not both.");
    }
    if ((options.getModel() == null && options.getModel2() != null)
        || (options.getHypotheses() == null && options.getHypotheses2() != null)) {
      throw new UsageException("The second one to compare needs a first one.");
    }
    if (options.getAudio() != null && models.isEmpty()) {
      throw new UsageException("--audio is for --model.");
    }
    ScoringOptions scoring =
        new ScoringOptions(
            options.getNormalizer(),
            options.getAlignment(),
            Objects.requireNonNullElse(options.getLocale(), ""),
            seconds("--collar", options.getCollar()),
            seconds("--wordCollar", options.getWordCollar()));
    Inputs references = StoredInputs.prepare(options, options.getReferences(), addresses(options));
    RunnerSupports.of(options).prepare(options);
    StorageSettings storage = StorageSettings.of(options);
    List<String> files =
        ReferenceFinder.of(references.all().stream().map(AbsolutePaths::of).toList(), storage);
    String output = AbsolutePaths.of(options.getOutput());
    if (!results.isEmpty()) {
      Preflight.requireInputs(results, storage);
    }
    Preflight.requireWritable(output, storage);
    List<String> names = ModelNames.of(models.isEmpty() ? results : models);
    List<String> folders =
        models.isEmpty()
            ? results.stream().map(AbsolutePaths::of).toList()
            : names.stream().map(name -> withoutSlash(output) + "/" + name).toList();
    return new EvaluateJob(
        options,
        new EvaluationPlan(files, names, folders, output, scoring, storage),
        models,
        listener);
  }

  private static Stream<@Nullable String> addresses(EvaluateOptions options) {
    return Stream.of(
        options.getOutput(),
        options.getHypotheses(),
        options.getHypotheses2(),
        options.getAudio(),
        options.getModelStore());
  }

  private static String withoutSlash(String folder) {
    return folder.length() > 1 && folder.endsWith("/")
        ? folder.substring(0, folder.length() - 1)
        : folder;
  }

  private static List<String> given(String first, String second) {
    return Stream.of(first, second).filter(Objects::nonNull).toList();
  }

  private static double seconds(String flag, String value) throws UsageException {
    try {
      double seconds = Double.parseDouble(value);
      if (seconds >= 0 && seconds <= 3600) {
        return seconds;
      }
    } catch (NumberFormatException e) {
      // as below
    }
    throw new UsageException(
        "%s must be a number of seconds from 0 to 3600, not '%s'.".formatted(flag, value));
  }

  /** Validates a job and starts it. */
  public static JobHandle<EvaluationReport> submit(EvaluateOptions options, ModelListener listener)
      throws UsageException, JobException {
    return of(options, listener).start();
  }

  /** Whether the work is done by a cluster. */
  public boolean worksElsewhere() {
    return RunnerSupports.of(options).worksElsewhere(options);
  }

  /** Starts the job. */
  public JobHandle<EvaluationReport> start() throws JobException, UsageException {
    if (models.isEmpty()) {
      return score();
    }
    String list = new ReferenceAudio(plan).list(options.getAudio());
    List<Callable<JobHandle<?>>> trials = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      ModelTrial trial =
          ModelTrial.of(options, models.get(i), list, plan.results().get(i), listener);
      trials.add(trial::start);
    }
    return EvaluateHandle.start(trials, this::score);
  }

  private JobHandle<EvaluationReport> score() throws JobException {
    Pipeline pipeline = Pipeline.create(options);
    pipeline.apply("Evaluate", Evaluate.of(plan));
    return RunningJob.start(pipeline, new EvaluateRun(options, plan, listener));
  }
}
