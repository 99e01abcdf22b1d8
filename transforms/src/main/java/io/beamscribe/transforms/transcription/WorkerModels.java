// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.store.ModelStore;
import io.beamscribe.speech.models.store.SharedModels;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.StoredFiles;
import java.nio.file.Path;
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
    if (settings.sharedModels() == null) {
      return settings.results();
    }
    SharedModels shelf =
        new SharedModels(
            settings.sharedModels(), new StoredFiles(settings.storage()), ModelListener.SILENT);
    return settings
        .results()
        .withModels(
            (folder, digest) -> {
              try {
                Path here = shelf.here(Path.of(folder), digest, ModelStore.defaultRoot());
                LOG.debug("The model of digest {} is in {}", digest, here);
                return here.toString();
              } catch (ModelException e) {
                throw new IllegalStateException(e.getMessage(), e);
              }
            });
  }
}
