// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.content.GuardedClient;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.entities.Status;
import io.beamscribe.service.request.Call;
import io.beamscribe.service.request.Input;
import io.beamscribe.service.request.Links;
import io.beamscribe.service.storage.Condition;
import io.beamscribe.service.storage.HookEvents;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Creates web hooks, and has them pinged and tested. Thread-safe. */
final class WebHooks {
  /** All events, as members of documents. */
  static final List<String> EVENTS = events();

  private static final List<String> PHASES =
      List.of("Completion", "Processing", "Creation", "Deletion");

  private final Creation creation;
  private final Tools tools;

  WebHooks(Creation creation) {
    this.creation = creation;
    this.tools = creation.tools();
  }

  private static List<String> events() {
    List<String> events = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (kind.hasEvents()) {
        for (String phase : List.of("Creation", "Processing", "Completion", "Deletion")) {
          events.add(kind.word() + phase);
        }
      }
    }
    events.add("ping");
    events.add("challenge");
    return List.copyOf(events);
  }

  void create(Call call) {
    Input body = call.body();
    ObjectNode hidden = Jsons.object();
    body.requiredText("displayName", Creation.LONGEST_NAME);
    hidden.put("webUrl", url(body.requiredText("webUrl", 2000)));
    if (body.object("events").isEmpty()) {
      throw body.wrong("events", "is required");
    }
    hidden.set("events", body.flags("events", EVENTS));
    hidden.put("validated", false);
    hidden.put(
        "secret", body.object("properties").flatMap(given -> given.text("secret")).orElse(""));
    Entity hook = creation.entity(call, Kind.WEBHOOK, "", "", body, Jsons.object(), hidden);
    creation.store(call, hook);
  }

  /** Checks the address of a receiver. */
  String url(String given) {
    try {
      URI uri = GuardedClient.web(given);
      tools.client().check(uri);
      return uri.toString();
    } catch (IllegalArgumentException | IOException e) {
      throw ApiException.invalid(
          "InvalidCallbackUri",
          "webUrl",
          "webUrl must be an http or https address that this service may reach.");
    }
  }

  void ping(Call call, Entity hook) {
    ObjectNode body = tools.views().entity(call, hook);
    tools.events().add(hook.id(), "Ping", UUID.randomUUID().toString(), Jsons.write(body));
    tools.wake().accept(Kind.WEBHOOK);
    call.http().header("Retry-After", "1").status(202);
  }

  /** Sends, for each event that the hook asks for, what the newest entity would have sent. */
  void test(Call call, Entity hook) {
    boolean any = false;
    for (Kind kind : Kind.values()) {
      for (String phase : PHASES) {
        String member = kind.word() + phase;
        if (kind.hasEvents() && hook.hidden().path("events").path(member).asBoolean()) {
          Optional<Entity> newest = newest(call, kind, phase);
          if (newest.isPresent()) {
            any = true;
            String id = UUID.randomUUID().toString();
            ObjectNode body =
                Jsons.object()
                    .put("self", Links.forHook(newest.get(), hook))
                    .put("invocationId", id);
            tools.events().add(hook.id(), HookEvents.event(member), id, Jsons.write(body));
          }
        }
      }
    }
    tools.wake().accept(Kind.WEBHOOK);
    call.http().status(any ? 202 : 204);
  }

  private Optional<Entity> newest(Call call, Kind kind, String phase) {
    Condition condition =
        switch (phase) {
          case "Completion" ->
              new Condition(
                  "status IN (?, ?)", List.of(Status.SUCCEEDED.label(), Status.FAILED.label()));
          case "Processing" -> new Condition("status <> ?", List.of(Status.NOT_STARTED.label()));
          default -> Condition.ALL;
        };
    return tools.entities().newest(kind, call.caller().owner(), condition);
  }
}
