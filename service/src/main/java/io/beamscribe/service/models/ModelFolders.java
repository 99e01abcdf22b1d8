// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.models;

import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.storage.Entities;
import java.util.Locale;
import java.util.Optional;

/** What recognition is told to use for a model of the API, base or custom. Thread-safe. */
public final class ModelFolders {
  private final BaseModels base;
  private final Entities entities;

  public ModelFolders(BaseModels base, Entities entities) {
    this.base = base;
    this.entities = entities;
  }

  /** The endpoint of an account that a client names by {@code cid}. */
  public Optional<Entity> endpoint(String owner, String id) {
    return entities.find(Kind.ENDPOINT, owner, id.toLowerCase(Locale.ROOT));
  }

  /** The id in the catalogue, or the folder of a custom model that is there. */
  public Optional<String> of(String id) {
    return base.find(id)
        .map(BaseModel::model)
        .or(
            () ->
                entities
                    .find(id)
                    .filter(entity -> entity.kind() == Kind.MODEL)
                    .flatMap(
                        entity -> Optional.ofNullable(entity.hidden().path("folder").textValue())));
  }
}
