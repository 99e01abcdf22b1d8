// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.Kind;

/** How entities are patched. */
final class Patches {
  private Patches() {}

  /** Those that can change their project. */
  static EntityOperations.Patch project(Creation creation) {
    return (call, body, properties, hidden) -> {
      ObjectNode references = hidden.withObject("/references");
      if (body.names("project") && body.object("project").isEmpty()) {
        references.remove("project");
      }
      creation.project(call, body, references);
    };
  }

  /** Nothing but names. */
  static EntityOperations.Patch names() {
    return (call, body, properties, hidden) -> {};
  }

  /** Endpoints can be given another model. */
  static EntityOperations.Patch endpoint(Creation creation) {
    return (call, body, properties, hidden) -> {
      project(creation).apply(call, body, properties, hidden);
      body.reference("model")
          .ifPresent(
              id ->
                  hidden.withObject("/references").put("model", creation.model(call, "model", id)));
      body.object("properties")
          .ifPresent(
              given -> {
                if (given.names("contentLoggingEnabled")) {
                  properties.put("loggingEnabled", given.flag("contentLoggingEnabled", false));
                }
              });
    };
  }

  /** Web hooks can go elsewhere, and are then asked anew whether they want to. */
  static EntityOperations.Patch hook(WebHooks hooks) {
    return (call, body, properties, hidden) -> {
      body.text("webUrl")
          .ifPresent(
              url -> {
                hidden.put("webUrl", hooks.url(url));
                hidden.put("validated", false);
              });
      if (body.names("events")) {
        hidden.set("events", body.flags("events", WebHooks.EVENTS));
      }
      body.object("properties")
          .ifPresent(
              given -> {
                if (given.names("secret")) {
                  hidden.put("secret", given.text("secret").orElse(""));
                }
              });
    };
  }

  /** Refuses what cannot be changed. */
  static EntityOperations.Patch none(Kind kind) {
    return (call, body, properties, hidden) -> {
      throw ApiException.notFound("A " + kind.word() + " cannot be changed.");
    };
  }
}
