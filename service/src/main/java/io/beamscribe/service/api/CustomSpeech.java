// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.entities.Status;
import io.beamscribe.service.request.Call;
import io.beamscribe.service.request.Input;
import io.beamscribe.service.request.Printable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Creates models, evaluations, endpoints and projects. Thread-safe. */
final class CustomSpeech {
  private static final int MOST_TEXT = 500 * 1024;

  private final Creation creation;

  CustomSpeech(Creation creation) {
    this.creation = creation;
  }

  void model(Call call) {
    Input body = call.body();
    body.requiredText("displayName", Creation.LONGEST_NAME);
    String locale = creation.locale(body);
    ObjectNode hidden = Jsons.object();
    ObjectNode references = hidden.putObject("references");
    references.put("baseModel", baseModel(body, locale));
    List<String> datasets = body.references("datasets");
    ArrayNode all = references.putArray("datasets");
    for (String id : datasets) {
      Entity dataset = creation.referenced(call, Kind.DATASET, "datasets", id, "InvalidDataset");
      if (dataset.status() == Status.FAILED) {
        throw ApiException.invalid(
            "FailedDataset", "datasets", "The dataset " + dataset.id() + " has failed.");
      }
      all.add(dataset.id());
    }
    body.text("text")
        .ifPresent(
            text -> {
              if (text.getBytes(StandardCharsets.UTF_8).length > MOST_TEXT) {
                throw body.wrong("text", "must have at most 500 KB");
              }
              hidden.put("text", text);
            });
    if (datasets.isEmpty() && !hidden.has("text")) {
      throw ApiException.invalid("InvalidDataset", "datasets", "Give datasets to train with.");
    }
    ObjectNode properties = Creation.modelProperties(body);
    creation.project(call, body, references);
    creation.store(call, creation.entity(call, Kind.MODEL, "", locale, body, properties, hidden));
  }

  private String baseModel(Input body, String locale) {
    Tools tools = creation.tools();
    return body.reference("baseModel")
        .map(
            id ->
                tools
                    .base()
                    .find(id)
                    .orElseThrow(
                        () ->
                            ApiException.invalid(
                                "InvalidBaseModel",
                                "baseModel",
                                "There is no base model " + Printable.of(id) + ".")))
        .or(() -> tools.base().newest(locale))
        .orElseThrow()
        .id();
  }

  void evaluation(Call call) {
    Input body = call.body();
    body.requiredText("displayName", Creation.LONGEST_NAME);
    String locale = creation.locale(body);
    ObjectNode hidden = Jsons.object();
    ObjectNode references = hidden.putObject("references");
    for (String name : List.of("model1", "model2")) {
      String id = body.reference(name).orElseThrow(() -> body.wrong(name, "is required"));
      references.put(name, creation.model(call, name, id));
    }
    String dataset =
        body.reference("dataset").orElseThrow(() -> body.wrong("dataset", "is required"));
    Entity found = creation.referenced(call, Kind.DATASET, "dataset", dataset, "InvalidDataset");
    if (!found.subkind().equals("Acoustic") && !found.subkind().equals("AudioFiles")) {
      throw ApiException.invalid("InvalidDataset", "dataset", "The dataset has no audio.");
    }
    references.put("dataset", found.id());
    creation.project(call, body, references);
    ObjectNode properties = EvaluationForm.unknown();
    creation.store(
        call, creation.entity(call, Kind.EVALUATION, "", locale, body, properties, hidden));
  }

  void endpoint(Call call) {
    Input body = call.body();
    body.requiredText("displayName", Creation.LONGEST_NAME);
    String locale = creation.locale(body);
    ObjectNode hidden = Jsons.object();
    ObjectNode references = hidden.putObject("references");
    body.reference("model")
        .ifPresentOrElse(
            id -> references.put("model", creation.model(call, "model", id)),
            () ->
                creation
                    .tools()
                    .base()
                    .newest(locale)
                    .ifPresent(model -> references.put("model", model.id())));
    creation.project(call, body, references);
    ObjectNode properties = Jsons.object().put("loggingEnabled", false);
    body.object("properties")
        .ifPresent(
            given ->
                properties.put(
                    "loggingEnabled",
                    given.flag("loggingEnabled", given.flag("contentLoggingEnabled", false))));
    creation.store(
        call, creation.entity(call, Kind.ENDPOINT, "", locale, body, properties, hidden));
  }

  void project(Call call) {
    Input body = call.body();
    String locale = creation.locale(body);
    creation.store(
        call,
        creation.entity(call, Kind.PROJECT, "", locale, body, Jsons.object(), Jsons.object()));
  }
}
