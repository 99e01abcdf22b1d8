// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.models;

import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.catalogue.ModelRole;
import io.beamscribe.speech.models.store.ModelStore;
import java.util.List;
import org.apache.beam.sdk.annotations.Internal;

/**
 * Models that users do not choose: if their own catalogue lacks one, the built-in catalogue
 * provides it.
 */
@Internal
public final class HelperModels {
  private final ModelStoreOptions options;
  private final Catalogue catalogue;
  private final ModelStore store;
  private final ModelListener listener;

  public HelperModels(
      ModelStoreOptions options, Catalogue catalogue, ModelStore store, ModelListener listener) {
    this.options = options;
    this.catalogue = catalogue;
    this.store = store;
    this.listener = listener;
  }

  /** The model that detects speech. */
  public Model detector() throws ModelException {
    return get(ModelRole.DETECTOR);
  }

  /** The model that segments speakers. */
  public Model segmentation() throws ModelException {
    return get(ModelRole.SEGMENTATION);
  }

  /** The model that embeds voices. */
  public Model voices() throws ModelException {
    return get(ModelRole.EMBEDDING);
  }

  private Model get(ModelRole role) throws ModelException {
    List<CatalogueEntry> own = catalogue.forRole(role);
    return own.isEmpty()
        ? ModelStores.of(options, Catalogue.builtIn(), listener)
            .pull(Catalogue.builtIn().forRole(role).get(0).id())
        : store.pull(own.get(0).id());
  }
}
