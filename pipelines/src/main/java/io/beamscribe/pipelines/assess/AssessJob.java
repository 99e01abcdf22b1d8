// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.assess;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.Inputs;
import io.beamscribe.pipelines.inputs.Preflight;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobHandle;
import io.beamscribe.pipelines.job.JobKind;
import io.beamscribe.pipelines.job.JobProgress;
import io.beamscribe.pipelines.job.RunnerSupports;
import io.beamscribe.pipelines.job.RunningJob;
import io.beamscribe.pipelines.models.ModelSources;
import io.beamscribe.speech.http.TooLargeException;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.pronunciation.PronunciationOptions;
import io.beamscribe.speech.pronunciation.PronunciationOptions.Granularity;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.Isolation;
import io.beamscribe.transforms.assessment.AssessFiles;
import io.beamscribe.transforms.assessment.AssessmentReferences;
import io.beamscribe.transforms.assessment.AssessmentSettings;
import io.beamscribe.transforms.assessment.AssessmentTask;
import io.beamscribe.transforms.listing.AudioListing;
import io.beamscribe.transforms.models.ModelSource;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.annotations.Internal;

/** Assesses recordings against references. Not thread-safe. */
@Internal
public final class AssessJob {
  /** The model whose ear the scores were fitted to. */
  private static final String MODEL = "whisper-base";

  private static final String ENGLISH = "en-US";

  private final AssessOptions options;
  private final List<AssessmentTask> tasks;
  private final AssessmentSettings settings;
  private final int unused;

  private AssessJob(
      AssessOptions options, List<AssessmentTask> tasks, AssessmentSettings settings, int unused) {
    this.options = options;
    this.tasks = List.copyOf(tasks);
    this.settings = settings;
    this.unused = unused;
  }

  /**
   * Validates a job, lists its recordings and downloads its model.
   *
   * @throws UsageException if an option, an input or the references are wrong
   * @throws JobException if the model is unavailable
   */
  public static AssessJob of(AssessOptions options, ModelListener listener)
      throws UsageException, JobException {
    Inputs inputs =
        StoredInputs.prepare(
            options,
            options.getInput(),
            Stream.concat(
                Stream.of(options.getOutput(), options.getCatalog(), options.getModelStore()),
                files(options).stream()));
    StorageSettings storage = StorageSettings.of(options);
    RunnerSupports.of(options).prepare(options);
    Preflight.requireInputs(inputs.given(), storage);
    Preflight.requireWritable(options.getOutput(), storage);
    AudioListing listing = AudioListing.of(inputs.all(), options.getOutput(), storage);
    if (!listing.failed().isEmpty()) {
      throw new UsageException(
          listing.failed().get(0).source() + ": " + listing.failed().get(0).errorMessage());
    }
    String locale = options.getLocale() == null ? ENGLISH : options.getLocale();
    if (files(options).isEmpty()) {
      List<AssessmentTask> free =
          listing.files().stream()
              .map(file -> new AssessmentTask(file, locale, "", "", "", ""))
              .toList();
      return new AssessJob(options, free, settings(options, storage, listener), 0);
    }
    List<AssessmentTask> tasks = new ArrayList<>();
    int lines = 0;
    for (String file : files(options)) {
      AssessmentReferences references = references(file, storage);
      lines += references.size();
      tasks.addAll(references.tasks(listing.files(), locale));
    }
    if (tasks.isEmpty()) {
      throw new UsageException(
          "No recording in --input has a line in the references; lines name the end of its path.");
    }
    return new AssessJob(
        options, tasks, settings(options, storage, listener), lines - tasks.size());
  }

  private static List<String> files(AssessOptions options) {
    List<String> given = options.getReferences();
    return given == null ? List.of() : given;
  }

  private static AssessmentReferences references(String address, StorageSettings storage)
      throws UsageException {
    try {
      byte[] content =
          new AtomicFiles(storage)
              .read(address)
              .orElseThrow(() -> new UsageException("There is no file " + address + "."));
      return AssessmentReferences.of(new String(content, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UsageException(
          "--references cannot be read: " + address + TooLargeException.reason(e) + ".", e);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--references=" + address + ": " + e.getMessage() + ".", e);
    }
  }

  private static AssessmentSettings settings(
      AssessOptions options, StorageSettings storage, ModelListener listener) throws JobException {
    ModelSource source = ModelSources.of(options, listener);
    try {
      Model model = source.store(source.catalogue()).pull(MODEL);
      EngineSpec engine =
          new EngineSpec(model.engine(), model.folder().toString(), model.digest(), Isolation.NONE);
      PronunciationOptions wanted =
          new PronunciationOptions(
              "",
              true,
              Granularity.PHONEME,
              true,
              options.isMiscue(),
              options.isIpa(),
              options.getPhonemeCandidates(),
              true);
      return new AssessmentSettings(engine, options.getOutput(), storage, wanted);
    } catch (ModelException e) {
      throw new JobException(e.getMessage(), e);
    }
  }

  /** How many recordings are assessed. */
  public int recordings() {
    return tasks.size();
  }

  /** How many lines of the references stand for no recording. */
  public int unused() {
    return unused;
  }

  /** Starts it. */
  public JobHandle<String> start() throws JobException {
    Pipeline pipeline = Pipeline.create(options);
    pipeline.apply("Assess", new AssessFiles(tasks, settings));
    String output = options.getOutput();
    return RunningJob.start(
        pipeline,
        new JobKind<String>() {
          @Override
          public Supplier<JobProgress> progress(PipelineResult running) {
            return () -> JobProgress.NONE;
          }

          @Override
          public String result(JobProgress end) {
            return output;
          }

          @Override
          public void say(String sentence) {
            // nobody waits for sentences of this short job
          }
        });
  }
}
