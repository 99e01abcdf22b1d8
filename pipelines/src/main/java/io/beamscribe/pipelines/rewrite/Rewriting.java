// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.rewrite;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.Inputs;
import io.beamscribe.pipelines.inputs.Preflight;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;

/**
 * Writes results that are there once more, touching no audio and no model. Reading and writing is
 * all there is to it, so one thread does it. What cannot be read or written costs itself alone.
 */
@Internal
public final class Rewriting {
  private final RewriteOptions options;
  private final List<TranscriptFormat> formats;
  private final Map<String, StoredResult> stems = new LinkedHashMap<>();

  /** Makes the transcript to write of a result. */
  public interface Change {
    Transcript of(StoredResult result) throws SpeechException, IOException;
  }

  /** How many results were written, and how many could not be. */
  public record Written(int done, int failed) {}

  public Rewriting(RewriteOptions options, List<String> formats) {
    this.options = options;
    this.formats = formats.stream().map(TranscriptFormat::parse).toList();
  }

  /** The inputs, once the storage that they and the output are in can be reached. */
  public static Inputs prepare(RewriteOptions options, List<String> input) throws UsageException {
    String output = options.getOutput();
    Inputs inputs = StoredInputs.prepare(options, input, output);
    if (output != null) {
      Preflight.requireWritable(output, StorageSettings.of(options));
    }
    return inputs;
  }

  /** Takes a result, unless another one would be written to the same place. */
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
   * Writes all that was taken.
   *
   * @param failures takes a sentence for each result that cannot be written
   */
  public Written run(Change change, Consumer<String> failures) {
    int failed = 0;
    for (Map.Entry<String, StoredResult> entry : stems.entrySet()) {
      try {
        write(change.of(entry.getValue()), entry.getKey());
      } catch (SpeechException | IOException e) {
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

  private static @Nullable String sentence(Exception e) {
    return e instanceof SpeechException ? e.getMessage() : "It cannot be read or written.";
  }
}
