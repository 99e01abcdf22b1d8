// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.entities.Page;
import io.beamscribe.service.entities.Status;
import io.beamscribe.service.entities.StoredFile;
import io.beamscribe.service.models.BaseModel;
import io.beamscribe.service.request.BaseFilter;
import io.beamscribe.service.request.Call;
import io.beamscribe.service.request.Input;
import io.beamscribe.service.request.Links;
import io.beamscribe.service.request.Lists;
import io.beamscribe.service.storage.Condition;
import java.time.Duration;
import java.util.List;

/** Base models, manifests, and copies of models to another service. Thread-safe. */
final class Models {
  private static final Duration MANIFEST_LIFETIME = Duration.ofHours(12);

  private final Creation creation;
  private final Tools tools;

  Models(Creation creation) {
    this.creation = creation;
    this.tools = creation.tools();
  }

  void listBase(Call call) {
    List<BaseModel> all = BaseFilter.select(tools.base().all(), call.query("filter"));
    int from = Math.min(all.size(), Lists.skip(call));
    int to = (int) Math.min(all.size(), (long) from + Lists.top(call));
    call.answer(
        200,
        Lists.document(
            call,
            "/models/base",
            new Page<>(all.subList(from, to), to < all.size()),
            model -> tools.views().model(call, model)));
  }

  private BaseModel base(Call call) {
    return tools
        .base()
        .find(call.id())
        .orElseThrow(() -> ApiException.notFound("There is no base model " + call.id() + "."));
  }

  void getBase(Call call) {
    call.answer(200, tools.views().model(call, base(call)));
  }

  void baseManifest(Call call) {
    BaseModel model = base(call);
    ObjectNode document = Jsons.object();
    document.putObject("model").put("self", call.link("/models/base/" + model.id()));
    document.putArray("modelFiles");
    document.putObject("properties").put("model", model.model()).put("locale", model.locale());
    call.answer(200, document);
  }

  void manifest(Call call, Entity model) {
    if (model.status() != Status.SUCCEEDED) {
      throw ApiException.conflict("InvalidModel", "The model is not ready.");
    }
    ObjectNode document = Jsons.object();
    document.putObject("model").put("self", call.link(Links.path(model)));
    var files = document.putArray("modelFiles");
    for (StoredFile file :
        tools
            .files()
            .list(model.id(), new Condition("kind = ?", List.of("Model")), 0, 1000)
            .values()) {
      files
          .addObject()
          .put("name", file.name())
          .put("contentUrl", tools.views().content(call, file, MANIFEST_LIFETIME));
    }
    document.putObject("properties").put("locale", model.locale());
    call.answer(200, document);
  }

  /** Begins to copy a model to the service that authorized it. */
  void copy(Call call, Entity model) {
    Input body = call.body();
    if (model.status() != Status.SUCCEEDED) {
      throw ApiException.invalid("InvalidModel", null, "The model is not ready.");
    }
    ObjectNode hidden = Jsons.object();
    hidden.putObject("references").put("model", model.id());
    hidden.put("authorization", body.requiredText("id", 1000));
    hidden.put("target", body.requiredText("targetResourceEndpoint", 1000));
    Input named = Input.of(Jsons.bytes(Jsons.object().put("displayName", "copy of " + model.id())));
    Entity operation =
        creation.entity(call, Kind.OPERATION, "", model.locale(), named, Jsons.object(), hidden);
    tools.entities().insert(operation);
    tools.wake().accept(Kind.OPERATION);
    ObjectNode document = tools.views().entity(call, operation);
    call.http()
        .header("Operation-Location", document.path("self").asText())
        .header("Retry-After", "5");
    call.answer(202, document);
  }
}
