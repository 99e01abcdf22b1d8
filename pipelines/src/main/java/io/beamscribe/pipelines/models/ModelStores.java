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

/** Makes stores of models as options say. */
@Internal
public final class ModelStores {
  private ModelStores() {}

  /** The store of this machine, which knows of object storage and of what machines share. */
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

  /** The catalogue to use: a file of the user's own, or the one that is built in. */
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
