// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.content.SignedUrls;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.entities.StoredFile;
import io.beamscribe.service.storage.Condition;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/**
 * Offers a model to the service that authorized its copy, which then fetches its files from here.
 * Done when the other has taken the offer: the status of the new model tells the rest. Thread-safe.
 */
public final class CopyWork implements Work {
  /** Where offers are made, below the address of a service. */
  public static final String OFFERS = "/modelcopies";

  private static final Duration LIFETIME = Duration.ofHours(24);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int MOST_ANSWER = 64 * 1024;

  private final WorkTools tools;
  private final SignedUrls signatures;

  public CopyWork(WorkTools tools, SignedUrls signatures) {
    this.tools = tools;
    this.signatures = signatures;
  }

  @Override
  public Kind kind() {
    return Kind.OPERATION;
  }

  @Override
  public ObjectNode run(Entity operation) throws WorkException {
    Entity model =
        operation
            .reference("model")
            .flatMap(tools.entities()::find)
            .orElseThrow(() -> new WorkException("InvalidModel", "The model was deleted."));
    String target = operation.hidden().path("target").asText().replaceFirst("/+$", "");
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(target + OFFERS))
              .timeout(ANSWER)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(Jsons.bytes(offer(operation, model))))
              .build();
      HttpResponse<byte[]> answer = tools.client().send(request, MOST_ANSWER);
      if (answer.statusCode() != 201) {
        throw refused(answer);
      }
      return Jsons.object().put("link", Jsons.read(answer.body()).path("self").asText());
    } catch (IllegalArgumentException e) {
      throw new WorkException("InvalidParameter", "The address of the target is none.", e);
    } catch (IOException e) {
      throw new WorkException(
          "UnexpectedError", "The target does not answer: " + e.getMessage(), e);
    }
  }

  private ObjectNode offer(Entity operation, Entity model) {
    ObjectNode offer = Jsons.object();
    offer.put("authorization", operation.hidden().path("authorization").asText());
    offer.put("operation", operation.id());
    offer.put("version", operation.version().label());
    offer.put("displayName", model.displayName()).put("description", model.description());
    offer.put("locale", model.locale());
    model.reference("baseModel").ifPresent(base -> offer.put("baseModel", base));
    offer.set("properties", model.properties());
    offer.set("customProperties", model.customProperties());
    ArrayNode files = offer.putArray("files");
    Condition parts = new Condition("kind = ?", List.of("Model"));
    for (StoredFile file : tools.files().list(model.id(), parts, 0, 1000).values()) {
      files
          .addObject()
          .put("name", file.name())
          .put("size", file.size())
          .put(
              "contentUrl",
              operation.hidden().path("base").asText()
                  + "/content/"
                  + file.id()
                  + "/model?"
                  + signatures.query(file.id(), LIFETIME));
    }
    return offer;
  }

  private static WorkException refused(HttpResponse<byte[]> answer) {
    String reason = "it answers with status " + answer.statusCode();
    try {
      JsonNode document = Jsons.read(answer.body());
      reason = document.path("message").asText(reason);
    } catch (IOException e) {
      // The status says it, too.
    }
    return new WorkException("UnexpectedError", "The target refuses the model: " + reason);
  }
}
