// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.store.ModelStore;
import io.beamscribe.speech.models.store.SharedModels;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.storage.StoredFiles;
import java.nio.file.Path;
import java.util.function.BinaryOperator;
import org.apache.beam.sdk.annotations.Internal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Provides a worker with the models of the machine that started the job. */
@Internal
public final class WorkerModels {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerModels.class);

  private WorkerModels() {}

  /**
   * The settings with the model folders of this machine; copies missing models from the shared
   * store.
   *
   * @throws IllegalStateException if a model cannot be copied
   */
  public static ResultSettings here(TranscriptionSettings settings) {
    return settings.sharedModels() == null
        ? settings.results()
        : settings.results().withModels(place(settings, settings.sharedModels()));
  }

  /** The options of formats in the same way. */
  public static FormatOptions form(TranscriptionSettings settings) {
    FormatOptions form =
        settings.run().form().withWordTimes(settings.recognition().wordLevelTimestamps());
    return settings.sharedModels() == null
        ? form
        : form.withModels(place(settings, settings.sharedModels()));
  }

  private static BinaryOperator<String> place(TranscriptionSettings settings, String address) {
    SharedModels shelf =
        new SharedModels(address, new StoredFiles(settings.storage()), ModelListener.SILENT);
    return (folder, digest) -> {
      try {
        Path here = shelf.here(Path.of(folder), digest, ModelStore.defaultRoot());
        LOG.debug("The model of digest {} is in {}", digest, here);
        return here.toString();
      } catch (ModelException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    };
  }
}
