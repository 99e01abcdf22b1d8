// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.models;

import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.transforms.models.ModelSource;
import io.beamscribe.transforms.storage.StorageSettings;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;

/** Creates model sources from options. */
@Internal
public final class ModelSources {
  private ModelSources() {}

  public static ModelSource of(ModelStoreOptions options, ModelListener listener) {
    return new ModelSource(
        Optional.ofNullable(options.getCatalog()),
        Optional.ofNullable(options.getModelStore()),
        StorageSettings.of(options),
        listener);
  }
}
