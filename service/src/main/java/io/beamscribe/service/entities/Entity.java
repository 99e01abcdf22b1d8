// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.entities;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entity. Immutable, but for the JSON in it, which nobody may change.
 *
 * @param id a UUID
 * @param owner the account it belongs to; only its keys see it
 * @param version of the API that created it
 * @param subkind of a dataset; empty for others
 * @param lastAction when the status was entered
 * @param expires when it is deleted by itself; null for never
 * @param customProperties of the caller
 * @param properties as the newest version of the API names them
 * @param hidden what no caller reads: inputs, secrets, notes of the work
 */
public record Entity(
    String id,
    Kind kind,
    String owner,
    ApiVersion version,
    String subkind,
    String displayName,
    @Nullable String description,
    String locale,
    Status status,
    Instant created,
    Instant lastAction,
    @Nullable Instant expires,
    ObjectNode customProperties,
    ObjectNode properties,
    ObjectNode hidden) {

  /** The id of an entity that this one refers to. */
  public Optional<String> reference(String name) {
    return Optional.ofNullable(hidden.path("references").path(name).textValue());
  }

  /** A copy with another state of its work. */
  public Entity with(Status next, Instant when, @Nullable Instant end, ObjectNode changed) {
    return new Entity(
        id,
        kind,
        owner,
        version,
        subkind,
        displayName,
        description,
        locale,
        next,
        created,
        when,
        end,
        customProperties,
        changed,
        hidden);
  }

  /** A copy with other hidden members. */
  public Entity withHidden(ObjectNode changed) {
    return new Entity(
        id,
        kind,
        owner,
        version,
        subkind,
        displayName,
        description,
        locale,
        status,
        created,
        lastAction,
        expires,
        customProperties,
        properties,
        changed);
  }

  /** A copy as a caller patched it. */
  public Entity patched(
      String name,
      @Nullable String words,
      ObjectNode custom,
      ObjectNode changed,
      ObjectNode inside) {
    return new Entity(
        id,
        kind,
        owner,
        version,
        subkind,
        name,
        words,
        locale,
        status,
        created,
        lastAction,
        expires,
        custom,
        changed,
        inside);
  }
}
