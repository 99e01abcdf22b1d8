// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.models;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.store.ModelStore;
import io.beamscribe.speech.models.store.SharedModels;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.storage.StoredFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;

/** Creates model stores and catalogues from options. */
@Internal
public final class ModelStores {
  private ModelStores() {}

  /** The store of this machine, with access to object storage and to shared models. */
  public static ModelStore of(
      ModelStoreOptions options, Catalogue catalogue, ModelListener listener) {
    StoredFiles remote = new StoredFiles(StorageSettings.of(options));
    return new ModelStore(
        catalogue,
        ModelStore.defaultRoot(),
        listener,
        remote,
        Optional.ofNullable(options.getModelStore())
            .map(address -> new SharedModels(address, remote, listener)));
  }

  /** The user's own catalogue, or the built-in one. */
  public static Catalogue catalogue(ModelStoreOptions options) throws ModelException {
    String file = options.getCatalog();
    if (file == null) {
      return Catalogue.builtIn();
    }
    if (Addresses.isLocal(file)) {
      return Catalogue.load(Path.of(Addresses.localPath(file)));
    }
    try {
      return Catalogue.load(
          file,
          new AtomicFiles(StorageSettings.of(options))
              .read(file)
              .orElseThrow(() -> new ModelException("There is no catalogue " + file + ".")));
    } catch (IOException | IllegalArgumentException e) {
      throw new ModelException("The catalogue " + file + " cannot be read.", e);
    }
  }
}
