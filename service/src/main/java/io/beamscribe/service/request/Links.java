// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.request;

import io.beamscribe.service.entities.ApiVersion;
import io.beamscribe.service.entities.Entity;

/** Addresses of the API. */
public final class Links {
  private static final String ROOT = "/speechtotext";

  private Links() {}

  /** The address of a path in a version. */
  public static String of(String base, ApiVersion version, String path) {
    return version.dated()
        ? base + ROOT + path + (path.contains("?") ? "&" : "?") + "api-version=" + version.label()
        : base + ROOT + "/" + version.label() + path;
  }

  /** The path of an entity. */
  public static String path(Entity entity) {
    return "/" + entity.kind().path() + "/" + entity.id();
  }

  /** The address of an entity, as callers found the service when the hook was created. */
  public static String forHook(Entity entity, Entity hook) {
    return of(hook.hidden().path("base").asText(), entity.version(), path(entity));
  }
}
