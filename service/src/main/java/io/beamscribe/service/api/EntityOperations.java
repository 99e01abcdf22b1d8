// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.ApiVersion;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.entities.Status;
import io.beamscribe.service.entities.StoredFile;
import io.beamscribe.service.request.Call;
import io.beamscribe.service.request.Filter;
import io.beamscribe.service.request.Input;
import io.beamscribe.service.request.Links;
import io.beamscribe.service.request.Lists;
import io.beamscribe.service.storage.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What callers do with entities of any kind: list, get, change, delete. Thread-safe. */
final class EntityOperations {
  private static final int RETRY_SECONDS = 5;

  private final Tools tools;
  private final Kind kind;
  private final Patch patch;

  /** How a kind changes beyond what all have in common. */
  interface Patch {
    /** Changes properties and hidden members, which are copies. */
    void apply(Call call, Input body, ObjectNode properties, ObjectNode hidden);
  }

  EntityOperations(Tools tools, Kind kind, Patch patch) {
    this.tools = tools;
    this.kind = kind;
    this.patch = patch;
  }

  /** The entity that a path names, if the version of the request may read it. */
  Entity entity(Call call) {
    Entity entity =
        tools
            .entities()
            .find(kind, call.caller().owner(), call.id())
            .orElseThrow(
                () -> ApiException.notFound("There is no " + kind.word() + " " + call.id() + "."));
    if (!readable(call).contains(entity.version())) {
      throw ApiException.invalid(
          "InvalidParameterValue",
          "api-version",
          "The %s was created with a newer version; use API version %s or higher."
              .formatted(kind.word(), entity.version().label()));
    }
    return entity;
  }

  private static List<ApiVersion> readable(Call call) {
    return List.of(ApiVersion.values()).subList(0, call.version().ordinal() + 1);
  }

  void list(Call call) {
    list(call, "/" + kind.path(), Condition.ALL);
  }

  /** Lists the entities of a project. */
  void ofProject(Call call) {
    list(
        call,
        "/projects/" + call.id() + "/" + kind.path(),
        new Condition("project = ?", List.of(call.id())));
  }

  private void list(Call call, String path, Condition more) {
    String filter = call.query("filter");
    if (!filter.isEmpty() && call.version() == ApiVersion.V3_0) {
      throw ApiException.invalid(
          "UnsupportedFilter", "filter", "Version v3.0 of the API has no filter.");
    }
    Condition condition =
        Filter.of(filter, columns())
            .and(more)
            .and(new Condition("version_rank <= ?", List.of(call.version().ordinal())));
    retry(call);
    call.answer(
        200,
        Lists.document(
            call,
            path,
            tools
                .entities()
                .list(kind, call.caller().owner(), condition, Lists.skip(call), Lists.top(call)),
            entity -> tools.views().entity(call, entity)));
  }

  private Map<String, String> columns() {
    Map<String, String> columns = new HashMap<>(Filter.ENTITY);
    if (kind == Kind.DATASET) {
      columns.put("kind", "subkind");
    }
    if (kind == Kind.WEBHOOK) {
      columns.put("weburl", "web_url");
    }
    return columns;
  }

  void get(Call call) {
    Entity entity = entity(call);
    if (!entity.status().ended()) {
      retry(call);
    }
    call.answer(200, tools.views().entity(call, entity));
  }

  private static void retry(Call call) {
    call.http().header("Retry-After", String.valueOf(RETRY_SECONDS));
  }

  void patch(Call call) {
    Input body = call.body();
    Entity known = entity(call);
    ObjectNode hidden = known.hidden().deepCopy();
    ObjectNode properties = known.properties().deepCopy();
    patch.apply(call, body, properties, hidden);
    Entity patched =
        tools
            .entities()
            .update(
                known.id(),
                now ->
                    now.patched(
                        body.names("displayName")
                            ? body.requiredText("displayName", Creation.LONGEST_NAME)
                            : now.displayName(),
                        body.names("description") ? Creation.description(body) : now.description(),
                        custom(body, now),
                        now.properties().deepCopy().setAll(properties),
                        now.hidden().deepCopy().setAll(hidden)))
            .map(this::again)
            .orElseThrow(() -> ApiException.notFound("It was deleted."));
    tools.wake().accept(kind);
    call.answer(200, tools.views().entity(call, patched));
  }

  /** A hook that goes elsewhere is challenged anew. */
  private Entity again(Entity patched) {
    return kind == Kind.WEBHOOK
            && patched.status().ended()
            && !patched.hidden().path("validated").asBoolean()
        ? tools
            .entities()
            .update(
                patched.id(),
                now ->
                    now.with(
                        Status.NOT_STARTED,
                        Instant.now(),
                        null,
                        now.properties().deepCopy().without("error")))
            .orElse(patched)
        : patched;
  }

  /** By the rules of JSON Merge Patch: null removes. */
  private static ObjectNode custom(Input body, Entity now) {
    if (!body.names("customProperties")) {
      return now.customProperties();
    }
    ObjectNode merged = now.customProperties().deepCopy();
    merged.setAll(body.customProperties("customProperties"));
    ObjectNode kept = Creation.withoutNulls(merged);
    if (kept.size() > 10) {
      throw body.wrong("customProperties", "must have at most 10 entries");
    }
    return kept;
  }

  void delete(Call call) {
    tools
        .entities()
        .find(kind, call.caller().owner(), call.id())
        .ifPresent(
            entity -> {
              if (kind == Kind.TRANSCRIPTION && !entity.status().ended()) {
                throw ApiException.conflict(
                    "DeleteNotAllowed", "A transcription can be deleted when it has ended.");
              }
              if (tools.entities().isReferenced(entity.id())) {
                throw ApiException.conflict(
                    "InUseViolation", "Others refer to this " + kind.word() + ".");
              }
              tools.entities().delete(entity);
              tools.folder().delete(entity.id());
            });
    call.http().status(204);
  }

  void files(Call call) {
    Entity entity = entity(call);
    Condition condition = Filter.of(call.query("filter"), Filter.FILE);
    Duration lifetime = lifetime(call);
    call.answer(
        200,
        Lists.document(
            call,
            Links.path(entity) + "/files",
            tools.files().list(entity.id(), condition, Lists.skip(call), Lists.top(call)),
            file -> tools.views().file(call, entity, file, lifetime)));
  }

  void file(Call call) {
    Entity entity = entity(call);
    StoredFile file =
        tools
            .files()
            .find(call.id("fileId"))
            .filter(each -> each.entity().equals(entity.id()))
            .orElseThrow(() -> ApiException.notFound("There is no such file."));
    call.answer(200, tools.views().file(call, entity, file, lifetime(call)));
  }

  private static Duration lifetime(Call call) {
    int minutes = call.number("sasLifetimeMinutes", 720, 1, 60 * 24 * 365);
    int seconds = call.number("sasValidityInSeconds", minutes * 60, 1, 3600 * 24 * 365);
    return Duration.ofSeconds(seconds);
  }
}
