// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.content.GuardedClient;
import io.beamscribe.service.content.SignedUrls;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.ApiVersion;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.entities.Status;
import io.beamscribe.service.request.Call;
import io.beamscribe.service.request.Input;
import io.beamscribe.service.request.Links;
import io.beamscribe.service.request.Times;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes models that other services offer, if they were authorized here. Thread-safe. */
public final class ModelCopies {
  private static final Duration LIFETIME = Duration.ofHours(24);
  private static final int MOST_FILES = 1000;

  private final Tools tools;
  private final Creation creation;
  private final SignedUrls signatures;

  public ModelCopies(Tools tools, SignedUrls signatures) {
    this.tools = tools;
    this.creation = new Creation(tools);
    this.signatures = signatures;
  }

  /** Lets the holder of the answer copy models into this account for a day. */
  void authorize(Call call) {
    String source = call.body().text("sourceResourceId").orElse("");
    Instant end = Instant.now().plus(LIFETIME);
    String target = call.caller().owner();
    ObjectNode document = Jsons.object();
    document.put("id", authorization(target, end.getEpochSecond()));
    document.put("expirationDateTime", Times.of(end)).put("sourceResourceId", source);
    document.put("targetResourceId", target).put("targetResourceEndpoint", call.base());
    document.put("targetResourceRegion", "local");
    call.answer(200, document);
  }

  private String authorization(String owner, long end) {
    return owner + "." + end + "." + signatures.sign("copy\n" + owner + "\n" + end);
  }

  /** Takes an offer; its files are fetched by the work on the new model. */
  public void take(Call call) {
    Input body = call.body();
    String owner = owner(body.requiredText("authorization", 1000));
    String locale = creation.locale(body);
    ObjectNode hidden = Jsons.object();
    hidden.put("base", call.base());
    ObjectNode references = hidden.putObject("references");
    body.text("baseModel")
        .filter(id -> tools.base().find(id).isPresent())
        .ifPresent(id -> references.put("baseModel", id));
    ArrayNode files = hidden.putArray("copied");
    List<Input> offered = body.objects("files");
    if (offered.isEmpty() || offered.size() > MOST_FILES) {
      throw body.wrong("files", "must have 1 to " + MOST_FILES + " entries");
    }
    for (Input file : offered) {
      String url = file.requiredText("contentUrl", 4000);
      try {
        GuardedClient.web(url);
      } catch (IllegalArgumentException e) {
        throw file.wrong("contentUrl", "must be a web address");
      }
      files.addObject().put("name", file.requiredText("name", 300)).put("contentUrl", url);
    }
    Instant now = Instant.now();
    Entity model =
        new Entity(
            UUID.randomUUID().toString(),
            Kind.MODEL,
            owner,
            ApiVersion.of(
                body.oneOf(
                        "version",
                        List.of(ApiVersion.values()).stream().map(ApiVersion::label).toList())
                    .orElseThrow(() -> body.wrong("version", "is required"))),
            "",
            body.requiredText("displayName", Creation.LONGEST_NAME),
            Creation.description(body),
            locale,
            Status.NOT_STARTED,
            now,
            now,
            null,
            Creation.withoutNulls(body.customProperties("customProperties")),
            Creation.modelProperties(body),
            hidden);
    tools.entities().insert(model);
    tools.wake().accept(Kind.MODEL);
    String self = Links.of(call.base(), model.version(), Links.path(model));
    call.http().header("Location", self);
    call.answer(201, Jsons.object().put("self", self));
  }

  /** The account that an authorization lets models into. */
  private String owner(String id) {
    int signature = id.lastIndexOf('.');
    int end = signature < 1 ? -1 : id.lastIndexOf('.', signature - 1);
    if (end > 0 && id.substring(end + 1, signature).matches("\\d{1,12}")) {
      String owner = id.substring(0, end);
      long time = Long.parseLong(id.substring(end + 1, signature));
      if (MessageDigest.isEqual(
          authorization(owner, time).getBytes(StandardCharsets.UTF_8),
          id.getBytes(StandardCharsets.UTF_8))) {
        if (time < Instant.now().getEpochSecond()) {
          throw ApiException.invalid(
              "ModelCopyAuthorizationExpired", "id", "The authorization is over.");
        }
        return owner;
      }
    }
    throw ApiException.forbidden("The copy was not authorized here.");
  }
}
