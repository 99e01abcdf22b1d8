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
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes models that other services offer, if they were authorized here. Thread-safe. */
public final class ModelCopies {
  private static final Duration LIFETIME = Duration.ofHours(24);
  private static final int MOST_FILES = 1000;

  /** Account, id of the model to come, end and signature. */
  private static final Pattern AUTHORIZATION =
      Pattern.compile("(.*)\\.([0-9a-f-]{36})\\.(\\d{1,12})\\.[^.]*", Pattern.DOTALL);

  private final Tools tools;
  private final Creation creation;
  private final SignedUrls signatures;

  public ModelCopies(Tools tools, SignedUrls signatures) {
    this.tools = tools;
    this.creation = new Creation(tools);
    this.signatures = signatures;
  }

  /** What an authorization lets in: one model, into an account. */
  private record Admission(String owner, String model) {}

  /** Lets the holder of the answer copy one model into this account, within a day. */
  void authorize(Call call) {
    String source = call.body().text("sourceResourceId").orElse("");
    Instant end = Instant.now().plus(LIFETIME);
    String target = call.caller().owner();
    ObjectNode document = Jsons.object();
    document.put("id", authorization(target, UUID.randomUUID().toString(), end.getEpochSecond()));
    document.put("expirationDateTime", Times.of(end)).put("sourceResourceId", source);
    document.put("targetResourceId", target).put("targetResourceEndpoint", call.base());
    document.put("targetResourceRegion", "local");
    call.answer(200, document);
  }

  private String authorization(String owner, String model, long end) {
    String signature = signatures.sign("copy\n" + owner + "\n" + model + "\n" + end);
    return owner + "." + model + "." + end + "." + signature;
  }

  /**
   * Takes an offer; its files are fetched by the work on the new model. One that is made again,
   * because the answer did not arrive, gets the same model; any other with the same authorization
   * is refused.
   */
  public void take(Call call) {
    Input body = call.body();
    Admission admission = admission(body.requiredText("authorization", 1000));
    String operation = body.text("operation").orElse("");
    Optional<Entity> taken = tools.entities().find(admission.model());
    if (taken.isPresent()) {
      if (operation.isEmpty() || !isOf(taken.get(), operation)) {
        throw ApiException.forbidden("The authorization was used for another copy.");
      }
      answer(call, taken.get());
      return;
    }
    String locale = creation.locale(body);
    ObjectNode hidden = Jsons.object();
    hidden.put("base", call.base());
    hidden.put("operation", operation);
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
            admission.model(),
            Kind.MODEL,
            admission.owner(),
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
    answer(call, model);
  }

  private static boolean isOf(Entity model, String operation) {
    return model.hidden().path("operation").asText().equals(operation);
  }

  private static void answer(Call call, Entity model) {
    String self = Links.of(call.base(), model.version(), Links.path(model));
    call.http().header("Location", self);
    call.answer(201, Jsons.object().put("self", self));
  }

  private Admission admission(String id) {
    Matcher parts = AUTHORIZATION.matcher(id);
    if (parts.matches()) {
      long end = Long.parseLong(parts.group(3));
      if (MessageDigest.isEqual(
          authorization(parts.group(1), parts.group(2), end).getBytes(StandardCharsets.UTF_8),
          id.getBytes(StandardCharsets.UTF_8))) {
        if (end < Instant.now().getEpochSecond()) {
          throw ApiException.invalid(
              "ModelCopyAuthorizationExpired", "id", "The authorization is over.");
        }
        return new Admission(parts.group(1), parts.group(2));
      }
    }
    throw ApiException.forbidden("The copy was not authorized here.");
  }
}
