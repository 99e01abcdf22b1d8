// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.entities.Status;
import io.beamscribe.service.request.Call;
import io.beamscribe.service.request.Input;
import io.beamscribe.service.request.Printable;
import java.time.Instant;
import java.util.UUID;

/** Creates entities: what all kinds have in common. Thread-safe. */
final class Creation {
  static final int LONGEST_NAME = 256;
  static final int LONGEST_DESCRIPTION = 4000;

  private final Tools tools;

  Creation(Tools tools) {
    this.tools = tools;
  }

  Tools tools() {
    return tools;
  }

  /** The locale of a body. */
  String locale(Input body) {
    String locale = body.requiredText("locale", 100);
    if (!tools.base().recognizes(locale)) {
      throw ApiException.invalid(
          "InvalidLocale", "locale", "No model recognises " + Printable.of(locale) + ".");
    }
    return locale;
  }

  /** An entity as it begins. */
  Entity entity(
      Call call,
      Kind kind,
      String subkind,
      String locale,
      Input body,
      ObjectNode properties,
      ObjectNode hidden) {
    Instant now = Instant.now();
    hidden.put("base", call.base());
    return new Entity(
        UUID.randomUUID().toString(),
        kind,
        call.caller().owner(),
        call.version(),
        subkind,
        body.requiredText("displayName", LONGEST_NAME),
        description(body),
        locale,
        kind == Kind.PROJECT ? Status.SUCCEEDED : Status.NOT_STARTED,
        now,
        now,
        null,
        withoutNulls(body.customProperties("customProperties")),
        properties,
        hidden);
  }

  static @org.jspecify.annotations.Nullable String description(Input body) {
    String description = body.text("description").orElse(null);
    if (description != null && description.length() > LONGEST_DESCRIPTION) {
      throw body.wrong("description", "must have at most " + LONGEST_DESCRIPTION + " characters");
    }
    return description;
  }

  /** The properties of a custom model that its creator may choose. */
  static ObjectNode modelProperties(Input body) {
    ObjectNode properties = Jsons.object();
    body.object("properties")
        .ifPresent(
            given ->
                given
                    .integer("customModelWeightPercent", 1, 100)
                    .ifPresent(weight -> properties.put("customModelWeightPercent", weight)));
    return properties;
  }

  static ObjectNode withoutNulls(ObjectNode given) {
    ObjectNode kept = Jsons.object();
    given
        .fields()
        .forEachRemaining(
            field -> {
              if (!field.getValue().isNull()) {
                kept.set(field.getKey(), field.getValue());
              }
            });
    return kept;
  }

  /** Stores a new entity and answers with it. */
  void store(Call call, Entity entity) {
    tools.entities().insert(entity);
    tools.wake().accept(entity.kind());
    ObjectNode document = tools.views().entity(call, entity);
    call.http().header("Location", document.path("self").asText());
    call.answer(201, document);
  }

  /** An entity of the caller that a body refers to. */
  Entity referenced(Call call, Kind kind, String name, String id, String code) {
    return tools
        .entities()
        .find(kind, call.caller().owner(), id.toLowerCase(java.util.Locale.ROOT))
        .orElseThrow(
            () ->
                ApiException.invalid(
                    code, name, "There is no " + kind.word() + " " + Printable.of(id) + "."));
  }

  /** Checks a reference to a base or custom model, and returns its id. */
  String model(Call call, String name, String id) {
    if (tools.base().find(id).isPresent()) {
      return id.toLowerCase(java.util.Locale.ROOT);
    }
    Entity model = referenced(call, Kind.MODEL, name, id, "InvalidModel");
    if (model.status() != Status.SUCCEEDED) {
      throw ApiException.invalid("InvalidModel", name, "The model is not ready for use.");
    }
    return model.id();
  }

  /** Notes the project of a body. */
  void project(Call call, Input body, ObjectNode references) {
    body.reference("project")
        .ifPresent(
            id ->
                references.put(
                    "project",
                    referenced(call, Kind.PROJECT, "project", id, "InvalidProject").id()));
  }
}
