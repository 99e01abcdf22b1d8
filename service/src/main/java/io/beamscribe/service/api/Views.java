// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.content.SignedUrls;
import io.beamscribe.service.entities.ApiVersion;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.entities.StoredFile;
import io.beamscribe.service.jobs.ProgressBoard;
import io.beamscribe.service.models.BaseModel;
import io.beamscribe.service.models.BaseModels;
import io.beamscribe.service.request.Call;
import io.beamscribe.service.request.Links;
import io.beamscribe.service.request.Times;
import java.time.Duration;
import java.util.Map;

/** Documents of entities and files, in a version of the API. Thread-safe. */
public final class Views {
  private static final Map<String, String> REFERENCES =
      Map.of(
          "model", "models",
          "baseModel", "models/base",
          "model1", "models",
          "model2", "models",
          "dataset", "datasets",
          "project", "projects",
          "transcription1", "transcriptions",
          "transcription2", "transcriptions");

  private final BaseModels base;
  private final ProgressBoard board;
  private final SignedUrls signatures;

  public Views(BaseModels base, ProgressBoard board, SignedUrls signatures) {
    this.base = base;
    this.board = board;
    this.signatures = signatures;
  }

  /** The document of an entity. */
  ObjectNode entity(Call call, Entity entity) {
    String self = Links.path(entity);
    ObjectNode document = Jsons.object();
    if (entity.kind() == Kind.OPERATION) {
      return operation(call, entity, document);
    }
    document.put("self", call.link(self));
    if (!entity.subkind().isEmpty()) {
      document.put("kind", entity.subkind());
    }
    document.put("displayName", entity.displayName());
    if (entity.description() != null) {
      document.put("description", entity.description());
    }
    if (!entity.locale().isEmpty()) {
      document.put("locale", entity.locale());
    }
    document.put("createdDateTime", Times.of(entity.created()));
    if (entity.kind() != Kind.PROJECT) {
      document.put("lastActionDateTime", Times.of(entity.lastAction()));
      document.put("status", entity.status().label());
    }
    references(call, entity, document);
    if (entity.hidden().has("text") && !call.version().dated()) {
      document.set("text", entity.hidden().get("text"));
    }
    if (entity.kind() == Kind.WEBHOOK) {
      document.set("webUrl", entity.hidden().get("webUrl"));
      document.set("events", entity.hidden().get("events"));
    }
    document.set("links", links(call, entity, self));
    document.set("properties", properties(call, entity));
    if (!entity.customProperties().isEmpty()) {
      document.set("customProperties", entity.customProperties());
    }
    board
        .of(entity.id())
        .ifPresent(progress -> document.putObject("beamscribe").set("progress", progress));
    return document;
  }

  private ObjectNode operation(Call call, Entity entity, ObjectNode document) {
    document.put("id", entity.id()).put("self", call.link(Links.path(entity)));
    document.put("status", entity.status().label());
    document.put("createdDateTime", Times.of(entity.created()));
    document.put("lastActionDateTime", Times.of(entity.lastAction()));
    if (entity.properties().has("link")) {
      document.putObject("result").set("link", entity.properties().get("link"));
    }
    if (entity.properties().has("error")) {
      document.set("error", entity.properties().get("error"));
    }
    return document;
  }

  private void references(Call call, Entity entity, ObjectNode document) {
    entity
        .hidden()
        .path("references")
        .fields()
        .forEachRemaining(
            each -> {
              String name = each.getKey();
              if (name.equals("project") && call.version() == ApiVersion.D2024_11_15) {
                return;
              }
              if (each.getValue().isArray()) {
                ArrayNode all = document.putArray(name);
                each.getValue()
                    .forEach(
                        id -> all.addObject().put("self", call.link("/datasets/" + id.asText())));
              } else {
                document
                    .putObject(name)
                    .put("self", reference(call, name, each.getValue().asText()));
              }
            });
    boolean transcribed = entity.kind() == Kind.TRANSCRIPTION;
    if (transcribed && !document.has("model")) {
      base.newest(entity.locale())
          .ifPresent(
              model ->
                  document.putObject("model").put("self", call.link("/models/base/" + model.id())));
    }
  }

  private String reference(Call call, String name, String id) {
    String collection = REFERENCES.getOrDefault(name, "models");
    if (collection.startsWith("models")) {
      collection = base.find(id).isPresent() ? "models/base" : "models";
    }
    return call.link("/" + collection + "/" + id);
  }

  private static ObjectNode links(Call call, Entity entity, String self) {
    ObjectNode links = Jsons.object();
    boolean old = call.version() == ApiVersion.V3_0;
    switch (entity.kind()) {
      case TRANSCRIPTION, EVALUATION -> links.put("files", call.link(self + "/files"));
      case DATASET -> {
        links.put("files", call.link(self + "/files"));
        if (!old) {
          links.put("commitBlocks", call.link(self + "/blocks:commit"));
          links.put("listBlocks", call.link(self + "/blocks"));
          links.put("uploadBlocks", call.link(self + "/blocks"));
        }
      }
      case MODEL -> {
        links.put("manifest", call.link(self + "/manifest"));
        if (old) {
          links.put("copyTo", call.link(self + "/copyto"));
        } else {
          links.put("files", call.link(self + "/files"));
          links.put("copy", call.link(self + ":copy"));
        }
      }
      case PROJECT -> {
        for (String each :
            new String[] {"evaluations", "datasets", "models", "endpoints", "transcriptions"}) {
          links.put(each, call.link(self + "/" + each));
        }
      }
      case WEBHOOK -> {
        String action = old ? "/" : ":";
        links.put("ping", call.link(self + action + "ping"));
        links.put("test", call.link(self + action + "test"));
      }
      case ENDPOINT -> endpoint(call, entity, self, links);
      case OPERATION -> {}
    }
    return links;
  }

  private static void endpoint(Call call, Entity entity, String self, ObjectNode links) {
    String socket = call.base().replaceFirst("^http", "ws");
    String cid = "?cid=" + entity.id();
    if (call.version().dated()) {
      links.put("webSocket", socket + "/stt/speech/universal/v2" + cid);
      return;
    }
    for (String mode : new String[] {"Interactive", "Conversation", "Dictation"}) {
      String path =
          "/speech/recognition/"
              + mode.toLowerCase(java.util.Locale.ROOT)
              + "/cognitiveservices/v1";
      links.put("rest" + mode, call.base() + path + cid);
      links.put("webSocket" + mode, socket + path + cid);
    }
    links.put("logs", call.link(self + "/files/logs"));
  }

  private static JsonNode properties(Call call, Entity entity) {
    if (entity.kind() == Kind.TRANSCRIPTION) {
      return TranscriptionForm.write(entity, call.version());
    }
    ObjectNode properties = entity.properties().deepCopy();
    JsonNode duration = properties.path("durationMilliseconds");
    if (duration.isNumber() && !call.version().dated()) {
      properties.remove("durationMilliseconds");
      properties.put("duration", Times.of(Duration.ofMillis(duration.asLong())));
    }
    if (entity.kind() == Kind.WEBHOOK) {
      properties.put(
          "apiVersion",
          entity.version().dated() ? "v" + entity.version().label() : entity.version().label());
    }
    if (entity.kind() == Kind.MODEL) {
      properties.set("features", features(call, true));
    }
    return properties;
  }

  /** The document of a base model. */
  ObjectNode model(Call call, BaseModel model) {
    String self = "/models/base/" + model.id();
    ObjectNode document = Jsons.object().put("self", call.link(self));
    document.put("displayName", model.model()).put("description", model.description());
    document.put("locale", model.locale());
    document.put("createdDateTime", "2026-01-01T00:00:00Z");
    document.put("lastActionDateTime", "2026-01-01T00:00:00Z");
    document.put("status", "Succeeded");
    document.putObject("links").put("manifest", call.link(self + "/manifest"));
    ObjectNode properties = document.putObject("properties");
    properties
        .putObject("deprecationDates")
        .put("adaptationDateTime", "2099-01-15T00:00:00Z")
        .put("transcriptionDateTime", "2099-01-15T00:00:00Z");
    properties.set("features", features(call, false));
    properties.put("chargeForAdaptation", false);
    return document;
  }

  private static ObjectNode features(Call call, boolean custom) {
    ObjectNode features = Jsons.object();
    if (call.version().dated()) {
      features.put("supportsTranscriptionsSubmit", true);
      features.put("supportsTranscriptionsTranscribe", true);
    } else {
      features.put("supportsTranscriptions", true);
    }
    features.put("supportsEndpoints", true);
    features.put("supportsTranscriptionsOnSpeechContainers", false);
    if (!custom) {
      features
          .putArray("supportsAdaptationsWith")
          .add("Language")
          .add("LanguageMarkdown")
          .add("Pronunciation")
          .add("Acoustic")
          .add("OutputFormatting");
    }
    features.putArray("supportedOutputFormats").add("Display").add("Lexical");
    return features;
  }

  /**
   * The document of a file.
   *
   * @param lifetime of the address of its content
   */
  ObjectNode file(Call call, Entity entity, StoredFile file, Duration lifetime) {
    ObjectNode document = Jsons.object();
    String files = entity.kind() == Kind.ENDPOINT ? "/files/logs/" : "/files/";
    document.put("self", call.link(Links.path(entity) + files + file.id()));
    document.put("name", file.name()).put("kind", file.kind());
    ObjectNode properties = document.putObject("properties").put("size", file.size());
    if (file.kind().equals("Audio") && file.durationMilliseconds() != null) {
      if (call.version().dated()) {
        properties.put("durationMilliseconds", file.durationMilliseconds());
      } else {
        properties.put("duration", Times.of(Duration.ofMillis(file.durationMilliseconds())));
      }
    }
    document.put("createdDateTime", Times.of(file.created()));
    document.putObject("links").put("contentUrl", content(call, file, lifetime));
    return document;
  }

  /** The signed address of the content of a file. */
  String content(Call call, StoredFile file, Duration lifetime) {
    if (file.location().contains("://")) {
      return file.location();
    }
    String name =
        java.net.URLEncoder.encode(
                file.name().replaceFirst("(?s)^.*/", ""), java.nio.charset.StandardCharsets.UTF_8)
            .replace("+", "%20");
    return call.base()
        + "/content/"
        + file.id()
        + "/"
        + name
        + "?"
        + signatures.query(file.id(), lifetime);
  }
}
