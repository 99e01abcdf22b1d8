// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import io.beamscribe.speech.transcription.RecognitionSettings;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All settings of a transcription job besides its files. Immutable.
 *
 * @param run what is written, and where
 * @param results what results depend on
 * @param sharedModels address through which machines share models; null if they do not
 */
public record TranscriptionSettings(
    RunSettings run, ResultSettings results, @Nullable String sharedModels)
    implements Serializable {

  /** Settings without shared models: every machine must have them in the same folders. */
  public TranscriptionSettings(RunSettings run, ResultSettings results) {
    this(run, results, null);
  }

  /** A copy with another minimum number of background threads. */
  public TranscriptionSettings withThreads(int threads) {
    return withRun(run.withThreads(threads));
  }

  /**
   * A copy for a separate run, which neither takes the work of other runs with these settings for
   * its own nor shares threads with them.
   */
  public TranscriptionSettings ofNewRun() {
    return withRun(run.withId(UUID.randomUUID().toString()));
  }

  /** A copy for a run that ends early elsewhere. */
  public TranscriptionSettings withBounds(RunBounds bounds) {
    return withRun(run.withBounds(bounds));
  }

  /** A copy for the steps after the listing, whose files carry what is known of them. */
  public TranscriptionSettings withoutChoices() {
    return withRun(run.withChoices(FileChoices.NONE));
  }

  private TranscriptionSettings withRun(RunSettings other) {
    return new TranscriptionSettings(other, results, sharedModels);
  }

  /** Where to write. */
  public OutputLayout output() {
    return run.output();
  }

  /** How to reach the storage of inputs and output. */
  public StorageSettings storage() {
    return run.output().storage();
  }

  /** How speech is recognised. */
  public RecognitionSettings recognition() {
    return results.recognition();
  }
}
