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
import io.beamscribe.speech.audio.AudioNames;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.TooLargeException;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.pronunciation.PronunciationOptions;
import io.beamscribe.speech.pronunciation.PronunciationOptions.Granularity;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.Isolation;
import io.beamscribe.transforms.assessment.AssessFiles;
import io.beamscribe.transforms.assessment.AssessmentOutcome;
import io.beamscribe.transforms.assessment.AssessmentReferences;
import io.beamscribe.transforms.assessment.AssessmentReferences.Assigned;
import io.beamscribe.transforms.assessment.AssessmentSettings;
import io.beamscribe.transforms.assessment.AssessmentTask;
import io.beamscribe.transforms.listing.AudioListing;
import io.beamscribe.transforms.models.ModelSource;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.io.IOException;
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
  private final List<String> unused;

  private AssessJob(AssessOptions options, Assigned assigned, AssessmentSettings settings) {
    this.options = options;
    this.tasks = assigned.tasks();
    this.settings = settings;
    this.unused = assigned.unused();
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
    ModelSource source = ModelSources.of(options, listener);
    CatalogueEntry model = model(source);
    String locale = options.getLocale() == null ? ENGLISH : tag(options.getLocale());
    if (!Catalogue.sameLanguage(model, locale)) {
      throw new UsageException(unknown(options.getLocale()));
    }
    Assigned assigned = assigned(options, listing.files(), locale, storage);
    List<AssessmentTask> tasks =
        assigned.tasks().stream().map(task -> spoken(task, model)).toList();
    return new AssessJob(
        options, new Assigned(tasks, assigned.unused()), settings(options, storage, source));
  }

  private static Assigned assigned(
      AssessOptions options, List<AudioFile> files, String locale, StorageSettings storage)
      throws UsageException {
    if (files(options).isEmpty()) {
      return new Assigned(
          files.stream().map(file -> AssessmentTask.free(file, locale)).toList(), List.of());
    }
    AssessmentReferences references = AssessmentReferences.NONE;
    for (String file : files(options)) {
      references = references.and(references(file, storage));
    }
    try {
      // what a folder brings in beside the recordings needs no line
      Assigned assigned = references.assign(files, locale);
      List<AssessmentTask> wanted =
          assigned.tasks().stream()
              .filter(
                  task ->
                      task.refusal() == null
                          || task.file().named()
                          || AudioNames.isAudioName(task.file().path()))
              .toList();
      if (wanted.stream().allMatch(task -> task.refusal() != null)) {
        throw new UsageException(
            "No recording in --input has a line in the references; lines name the end of its"
                + " path.");
      }
      return new Assigned(wanted, assigned.unused());
    } catch (IllegalArgumentException e) {
      throw new UsageException("--references: " + e.getMessage() + ".", e);
    }
  }

  /** Refuses what the model would take for English. */
  private static AssessmentTask spoken(AssessmentTask task, CatalogueEntry model) {
    String locale = tag(task.locale());
    AssessmentTask tagged = task.withLocale(locale);
    return task.refusal() != null || Catalogue.sameLanguage(model, locale)
        ? tagged
        : tagged.refused(task.file().source() + ": " + unknown(task.locale()));
  }

  private static String tag(String locale) {
    return locale.replace('_', '-');
  }

  private static String unknown(String locale) {
    return "Assessment knows no language '%s'; give one such as en-US.".formatted(locale);
  }

  private static CatalogueEntry model(ModelSource source) throws JobException {
    try {
      return source
          .catalogue()
          .find(MODEL)
          .orElseThrow(() -> new JobException("The catalogue has no model " + MODEL + "."));
    } catch (ModelException e) {
      throw new JobException(e.getMessage(), e);
    }
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
      return AssessmentReferences.of(Addresses.withoutSecrets(address), content);
    } catch (IOException e) {
      throw new UsageException(
          "--references cannot be read: " + address + TooLargeException.reason(e) + ".", e);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--references: " + e.getMessage() + ".", e);
    }
  }

  private static AssessmentSettings settings(
      AssessOptions options, StorageSettings storage, ModelSource source) throws JobException {
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

  /** The paths of the lines of the references that stand for no recording. */
  public List<String> unused() {
    return unused;
  }

  /** Starts it. */
  public JobHandle<AssessmentOutcome> start() throws JobException {
    Pipeline pipeline = Pipeline.create(options);
    pipeline.apply("Assess", new AssessFiles(tasks, settings));
    return RunningJob.start(
        pipeline,
        new JobKind<AssessmentOutcome>() {
          @Override
          public Supplier<JobProgress> progress(PipelineResult running) {
            return () -> JobProgress.NONE;
          }

          @Override
          public AssessmentOutcome result(JobProgress end) throws JobException {
            try {
              return AssessmentOutcome.read(settings.output(), settings.storage());
            } catch (IOException e) {
              throw new JobException("The report cannot be read: " + e.getMessage(), e);
            }
          }

          @Override
          public void say(String sentence) {
            // nobody waits for sentences of this short job
          }
        });
  }
}
