// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.access.Gate;
import io.beamscribe.service.access.Role;
import io.beamscribe.service.api.Health;
import io.beamscribe.service.api.ShortAudio;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.request.Call;
import io.beamscribe.service.request.Input;
import io.beamscribe.service.storage.AccessKeys.AccessKey;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is outside of the versions of the API: short audio, tokens, keys and health. */
public final class Pages {
  private Pages() {}

  public static List<Page> of(
      Gate gate, ShortAudio shortAudio, Health health, Metrics metrics, OpenApi description) {
    List<Page> pages = new ArrayList<>(StaticFiles.pages());
    pages.add(new Page(HandlerType.GET, "/metrics", Optional.empty(), metrics::answer));
    pages.add(new Page(HandlerType.GET, "/openapi.json", Optional.empty(), description::answer));
    for (String root : List.of("", "/stt")) {
      for (String mode : List.of("interactive", "conversation", "dictation")) {
        pages.add(
            new Page(
                HandlerType.POST,
                root + "/speech/recognition/" + mode + "/cognitiveservices/v1",
                Optional.of(Role.READ),
                shortAudio::recognize));
      }
    }
    pages.add(
        new Page(
            HandlerType.POST,
            "/sts/v1.0/issueToken",
            Optional.of(Role.READ),
            call -> call.http().contentType("text/plain").result(gate.token(call.caller()))));
    pages.add(new Page(HandlerType.GET, "/healthz", Optional.empty(), health::answer));
    pages.add(
        new Page(
            HandlerType.GET, "/admin/keys", Optional.of(Role.ADMIN), call -> keys(gate, call)));
    pages.add(
        new Page(
            HandlerType.POST, "/admin/keys", Optional.of(Role.ADMIN), call -> issue(gate, call)));
    pages.add(
        new Page(
            HandlerType.DELETE,
            "/admin/keys/{id}",
            Optional.of(Role.ADMIN),
            call -> {
              gate.revoke(call.id());
              call.http().status(204);
            }));
    return pages;
  }

  private static void keys(Gate gate, Call call) {
    ObjectNode document = Jsons.object();
    ArrayNode values = document.putArray("values");
    gate.all().forEach(key -> values.add(key(key)));
    call.answer(200, document);
  }

  private static ObjectNode key(AccessKey key) {
    return Jsons.object()
        .put("id", key.id())
        .put("name", key.name())
        .put("role", key.role())
        .put("account", key.owner())
        .put("created", key.created().toString());
  }

  private static void issue(Gate gate, Call call) {
    Input body = call.body();
    String name = body.requiredText("name", 100);
    Role role =
        Role.of(body.text("role").orElse("write"))
            .orElseThrow(
                () -> ApiException.invalidParameter("role", "role must be read, write or admin."));
    Gate.Issued issued = gate.issue(name, role, body.text("account").orElse(name));
    call.answer(201, key(issued.key()).put("key", issued.secret()));
  }
}
