// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import io.beamscribe.speech.transcription.RecognitionSettings;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * All that a job of transcription needs to know besides its files. Immutable.
 *
 * @param sharedModels address where the machines of a job share models; null where they do not
 */
public record TranscriptionSettings(
    RunSettings run, ResultSettings results, @Nullable String sharedModels)
    implements Serializable {

  /** With models that every machine has where this one has them. */
  public TranscriptionSettings(RunSettings run, ResultSettings results) {
    this(run, results, null);
  }

  /** The same with at least so many threads for the long work of an unbounded job. */
  public TranscriptionSettings withThreads(int threads) {
    return new TranscriptionSettings(
        new RunSettings(run.id(), run.output(), run.formats(), run.overwrite(), threads),
        results,
        sharedModels);
  }

  public OutputLayout output() {
    return run.output();
  }

  /** How the storage of inputs and output is reached. */
  public StorageSettings storage() {
    return run.output().storage();
  }

  public RecognitionSettings recognition() {
    return results.recognition();
  }
}
