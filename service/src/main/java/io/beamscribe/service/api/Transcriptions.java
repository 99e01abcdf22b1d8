// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.content.GuardedClient;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.request.Call;
import io.beamscribe.service.request.Input;
import io.beamscribe.service.request.Printable;
import java.util.List;
import java.util.Optional;

/** Creates transcriptions. Thread-safe. */
final class Transcriptions {
  private static final int MOST_URLS = 1000;
  private static final int LONGEST_URL = 8000;

  private final Creation creation;

  /** Folders in object storage that callers may name as containers. */
  private final List<String> stores;

  Transcriptions(Creation creation, List<String> stores) {
    this.creation = creation;
    this.stores = stores;
  }

  void create(Call call) {
    Input body = call.body();
    body.requiredText("displayName", Creation.LONGEST_NAME);
    String locale = creation.locale(body);
    Input given =
        body.object("properties")
            .orElseGet(
                () -> {
                  if (call.version().dated()) {
                    throw ApiException.invalid(
                        "InvalidPayload", "properties", "properties is required.");
                  }
                  return Input.of(new byte[] {'{', '}'});
                });
    ObjectNode hidden = Jsons.object();
    ObjectNode references = hidden.putObject("references");
    ObjectNode properties = TranscriptionForm.read(given, call.version());
    hidden.put("timeToLiveMinutes", TranscriptionForm.lifetimeMinutes(given, call.version()));
    inputs(call, body, hidden, references);
    body.reference("model")
        .ifPresent(id -> references.put("model", creation.model(call, "model", id)));
    creation.project(call, body, references);
    given
        .text("destinationContainerUrl")
        .ifPresent(
            url ->
                hidden.put(
                    "destinationContainerUrl", url(url, "properties.destinationContainerUrl")));
    languages(call, given, properties, hidden);
    Entity entity = creation.entity(call, Kind.TRANSCRIPTION, "", locale, body, properties, hidden);
    creation.store(call, entity);
  }

  private void inputs(Call call, Input body, ObjectNode hidden, ObjectNode references) {
    List<String> urls = body.texts("contentUrls");
    Optional<String> container = body.text("contentContainerUrl");
    Optional<String> dataset = body.reference("dataset");
    int kinds =
        (urls.isEmpty() ? 0 : 1) + (container.isEmpty() ? 0 : 1) + (dataset.isEmpty() ? 0 : 1);
    if (kinds != 1) {
      throw ApiException.invalid(
          "OnlyOneOfUrlsOrContainerOrDataset",
          "contentUrls",
          "Give exactly one of contentUrls, contentContainerUrl and dataset.");
    }
    if (urls.size() > MOST_URLS) {
      throw ApiException.invalid(
          "ExceededNumberOfRecordingsUris",
          "contentUrls",
          "contentUrls must have at most " + MOST_URLS + " entries.");
    }
    if (!urls.isEmpty()) {
      ArrayNode all = hidden.putArray("contentUrls");
      urls.forEach(url -> all.add(url(url, "contentUrls")));
    }
    container.ifPresent(url -> hidden.put("contentContainerUrl", container(url)));
    dataset.ifPresent(
        id -> {
          Entity found = creation.referenced(call, Kind.DATASET, "dataset", id, "InvalidDataset");
          if (!found.subkind().equals("AudioFiles") && !found.subkind().equals("Acoustic")) {
            throw ApiException.invalid("InvalidDataset", "dataset", "The dataset has no audio.");
          }
          references.put("dataset", found.id());
        });
  }

  private static String url(String url, String target) {
    try {
      if (url.length() <= LONGEST_URL && url.chars().noneMatch(c -> c <= ' ')) {
        return GuardedClient.web(url).toString();
      }
    } catch (IllegalArgumentException e) {
      // as one that is too long
    }
    throw ApiException.invalid(
        "InvalidRecordingsUri", target, target + " must be http or https addresses.");
  }

  private String container(String url) {
    if (url.startsWith("s3a://") && stores.stream().anyMatch(url::startsWith)) {
      return url.endsWith("/") ? url : url + "/";
    }
    return url(url, "contentContainerUrl");
  }

  private void languages(Call call, Input given, ObjectNode properties, ObjectNode hidden) {
    properties
        .path("languageIdentification")
        .path("candidateLocales")
        .forEach(
            locale -> {
              if (!creation.tools().base().recognizes(locale.asText())) {
                throw ApiException.invalid(
                    "InvalidLocale",
                    "properties.languageIdentification.candidateLocales",
                    "No model recognises " + Printable.of(locale.asText()) + ".");
              }
            });
    given
        .object("languageIdentification")
        .flatMap(languages -> languages.object("speechModelMapping"))
        .ifPresent(
            mapping -> {
              ObjectNode models = hidden.putObject("languageModels");
              mapping
                  .tree()
                  .fieldNames()
                  .forEachRemaining(
                      locale ->
                          mapping
                              .reference(locale)
                              .ifPresent(
                                  id -> models.put(locale, creation.model(call, locale, id))));
            });
  }
}
