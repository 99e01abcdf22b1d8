// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.rewrite;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.Inputs;
import io.beamscribe.pipelines.inputs.Preflight;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.values.Failures;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites existing results, without audio or model. There is only reading and writing to do, so
 * one thread does it. A result that cannot be read or written does not affect the others.
 */
@Internal
public final class Rewriting {
  private final RewriteOptions options;
  private final List<TranscriptFormat> formats;
  private final Map<String, StoredResult> stems = new LinkedHashMap<>();

  /** Creates the transcript to write from a result. */
  public interface Change {
    Transcript of(StoredResult result) throws SpeechException, IOException;
  }

  /** How many results were written, and how many could not be. */
  public record Written(int done, int failed) {}

  public Rewriting(RewriteOptions options, List<String> formats) {
    this.options = options;
    this.formats = formats.stream().map(TranscriptFormat::parse).toList();
  }

  /** Sets up the storage of the inputs and the output, and parses the inputs. */
  public static Inputs prepare(RewriteOptions options, List<String> input) throws UsageException {
    String output = options.getOutput();
    Inputs inputs = StoredInputs.prepare(options, input, output);
    if (output != null) {
      Preflight.requireWritable(output, StorageSettings.of(options));
    }
    return inputs;
  }

  /**
   * The results that an input stands for.
   *
   * @throws UsageException where it stands for none
   */
  public List<StoredResult> results(String input) throws UsageException, JobException {
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

  /**
   * Writes all results that were added.
   *
   * @param failures takes a message for each result that cannot be written
   */
  public Written run(Change change, Consumer<String> failures) {
    int failed = 0;
    for (Map.Entry<String, StoredResult> entry : stems.entrySet()) {
      try {
        write(change.of(entry.getValue()), entry.getKey());
      } catch (SpeechException | IOException | RuntimeException | StackOverflowError e) {
        failed++;
        failures.accept(entry.getValue().address() + ": " + sentence(e));
      }
    }
    return new Written(stems.size() - failed, failed);
  }

  private void write(Transcript transcript, String stem) throws SpeechException, IOException {
    FormatOptions form = new FormatOptions(options.isWordLevelTimestamps());
    for (TranscriptFormat format : formats) {
      new AtomicFiles(StorageSettings.of(options))
          .write(stem + "." + format.extension(), format.write(transcript, form));
    }
  }

  private static @Nullable String sentence(Throwable e) {
    return e instanceof SpeechException
        ? e.getMessage()
        : "It cannot be read or written: " + Failures.reason(e) + ".";
  }
}
