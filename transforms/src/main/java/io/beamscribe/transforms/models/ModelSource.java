// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.models;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.TooLargeException;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.catalogue.ModelRole;
import io.beamscribe.speech.models.store.ModelStore;
import io.beamscribe.speech.models.store.SharedModels;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.storage.StoredFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;

/**
 * The catalogue and the store of models of a run. Thread-safe if its listener is.
 *
 * @param file of the user's own catalogue; empty for the built-in one
 * @param shared address in object storage through which machines share models
 * @param storage access to object storage
 * @param listener gets progress and messages for people
 */
@Internal
public record ModelSource(
    Optional<String> file,
    Optional<String> shared,
    StorageSettings storage,
    ModelListener listener) {

  /** {@code $BEAMSCRIBE_MODELS}, if that is an address and not a folder. */
  public static Optional<String> sharedByEnvironment() {
    return Optional.ofNullable(System.getenv("BEAMSCRIBE_MODELS"))
        .filter(address -> address.contains("://"));
  }

  /** The user's own catalogue, or the built-in one. */
  public Catalogue catalogue() throws ModelException {
    if (file.isEmpty()) {
      return Catalogue.builtIn();
    }
    String address = file.get();
    if (Addresses.isLocal(address)) {
      return Catalogue.load(Path.of(Addresses.localPath(address)));
    }
    try {
      return Catalogue.load(
          address,
          new AtomicFiles(storage)
              .read(address)
              .orElseThrow(() -> new ModelException("There is no catalogue " + address + ".")));
    } catch (IOException | IllegalArgumentException e) {
      throw new ModelException(
          "The catalogue " + address + " cannot be read" + TooLargeException.reason(e) + ".", e);
    }
  }

  /** The store of this machine, with access to object storage and to shared models. */
  public ModelStore store(Catalogue catalogue) {
    StoredFiles remote = new StoredFiles(storage);
    return new ModelStore(
        catalogue,
        ModelStore.defaultRoot(),
        listener,
        remote,
        shared.map(address -> new SharedModels(address, remote, listener)));
  }

  /**
   * The model for a role in which users do not choose one: if their own catalogue lacks it, the
   * built-in catalogue provides it.
   */
  public Model helper(Catalogue catalogue, ModelRole role) throws ModelException {
    List<CatalogueEntry> own = catalogue.forRole(role);
    Catalogue known = own.isEmpty() ? Catalogue.builtIn() : catalogue;
    return store(known).pull(known.forRole(role).get(0).id());
  }

  /** The same, in the shared store as well if there is one. */
  public Model sharedHelper(ModelRole role) throws ModelException {
    Catalogue catalogue = catalogue();
    Model model = helper(catalogue, role);
    store(catalogue).share(model);
    return model;
  }
}
