// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.rewrite;

import static java.util.stream.Collectors.joining;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.CallRuleFile;
import io.beamscribe.pipelines.inputs.Inputs;
import io.beamscribe.pipelines.inputs.Preflight;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.inputs.TextChoice;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.options.CaptionsOptions;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.transforms.models.ModelSource;
import io.beamscribe.transforms.settings.Sentiments;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.values.Failures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites existing results, without audio or model. Each is held in memory while it is written, so
 * there are no more at a time than processors. A result that cannot be read or written does not
 * affect the others. Not thread-safe.
 */
@Internal
public final class Rewriting {
  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private final RewriteOptions options;
  private final Inputs inputs;
  private final TextOptions text;
  private final List<TranscriptFormat> formats;
  private FormatOptions form;
  private final AtomicFiles files;
  private final Map<String, StoredResult> stems = new LinkedHashMap<>();

  /** Creates the transcript to write from a result. Thread-safe. */
  public interface Change {
    Transcript of(StoredResult result) throws SpeechException, IOException;
  }

  /** How many results were written, and how many could not be. */
  public record Written(int done, int failed) {}

  private Rewriting(RewriteOptions options, Inputs inputs, List<String> formats)
      throws UsageException {
    this.options = options;
    this.inputs = inputs;
    this.text = TextChoice.of(options);
    this.formats = options.getAnalytics().with(formats);
    this.form =
        new FormatOptions(
            options.isWordLevelTimestamps(),
            CaptionsOptions.captions(options),
            CallRuleFile.of(options.getCallRules(), StorageSettings.of(options)));
    this.files = new AtomicFiles(StorageSettings.of(options));
  }

  /**
   * Sets up the storage of all that the options name before any of it is read.
   *
   * @param input as given; manifests in it are read
   * @throws UsageException if a file that the options name cannot be read or has a mistake
   * @throws JobException if a store does not answer
   */
  public static Rewriting open(RewriteOptions options, List<String> input, List<String> formats)
      throws UsageException, JobException {
    String output = options.getOutput();
    Inputs inputs =
        StoredInputs.prepare(
            options,
            input,
            Stream.concat(Stream.of(output, options.getCallRules()), TextChoice.files(options)));
    if (output != null) {
      Preflight.requireWritable(output, StorageSettings.of(options));
    }
    return new Rewriting(options, inputs, formats);
  }

  /**
   * Finds what the options ask for where that takes models.
   *
   * @throws io.beamscribe.transforms.settings.SettingsException if no format is about calls
   */
  public void useModels(ModelSource source) throws ModelException {
    form =
        new FormatOptions(
            form.wordLevelTimestamps(),
            form.captions(),
            Sentiments.of(form.calls(), options.getSentiment(), formats, source));
  }

  /** The words for the formats that are written, separated by commas. */
  public String formats() {
    return formats.stream().map(TranscriptFormat::word).collect(joining(","));
  }

  /** What the inputs stand for can be read with {@link #results}. */
  public Inputs inputs() {
    return inputs;
  }

  /** How the text of the results is to be written. */
  public TextOptions text() {
    return text;
  }

  /**
   * The results that an input stands for.
   *
   * @throws UsageException where it stands for none
   */
  public List<StoredResult> results(String input) throws UsageException, JobException {
    Preflight.requireNoSpecial(input);
    List<StoredResult> results = StoredResult.of(input, StorageSettings.of(options));
    if (results.isEmpty()) {
      throw new UsageException("There is no transcript in the input '" + input + "'.");
    }
    return results;
  }

  /**
   * Adds a result.
   *
   * @throws UsageException if another one would be written to the same place
   */
  public void add(StoredResult result) throws UsageException {
    String stem = result.stem(options.getOutput());
    StoredResult other = stems.putIfAbsent(stem, result);
    if (other != null && !other.equals(result)) {
      throw new UsageException(
          "%s and %s would both become %s; write them to different outputs."
              .formatted(other.address(), result.address(), stem));
    }
  }

  /** The language of the first result that was added, if it tells. */
  public Optional<String> locale() {
    try {
      for (StoredResult first : stems.values()) {
        Provenance provenance = first.transcript().provenance();
        return Optional.ofNullable(provenance).map(Provenance::language);
      }
    } catch (SpeechException | IOException e) {
      return Optional.empty(); // it is reported when it is to be written
    }
    return Optional.empty();
  }

  /**
   * Writes all results that were added, as many at a time as there are processors.
   *
   * @param change is called by several threads
   * @param failures takes a message for each result that cannot be written, in their order
   */
  public Written run(Change change, Consumer<String> failures) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Optional<String>>> ends = new ArrayList<>();
      stems.forEach(
          (stem, result) -> ends.add(threads.submit(() -> failure(change, result, stem))));
      int failed = 0;
      for (Future<Optional<String>> end : ends) {
        Optional<String> failure = end.get();
        failure.ifPresent(failures);
        failed += failure.isPresent() ? 1 : 0;
      }
      return new Written(stems.size() - failed, failed);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("interrupted");
      cancelled.initCause(e);
      throw cancelled;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Writes a result; returns a message if it cannot be. */
  private Optional<String> failure(Change change, StoredResult result, String stem) {
    try {
      write(change.of(result), stem);
      return Optional.empty();
    } catch (SpeechException | IOException | RuntimeException | StackOverflowError e) {
      return Optional.of(result.address() + ": " + sentence(e));
    }
  }

  private void write(Transcript transcript, String stem) throws SpeechException, IOException {
    for (TranscriptFormat format : formats) {
      files.write(stem + "." + format.extension(), format.write(transcript, form));
    }
  }

  private static @Nullable String sentence(Throwable e) {
    return e instanceof SpeechException
        ? e.getMessage()
        : "It cannot be read or written: " + Failures.reason(e) + ".";
  }
}
