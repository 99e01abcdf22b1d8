// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.request;

import io.beamscribe.service.access.Role;
import io.beamscribe.service.entities.ApiVersion;
import java.util.List;

/**
 * An operation of the API.
 *
 * @param method of HTTP
 * @param path below the version, with parameters in braces
 * @param versions that have it
 * @param body name of the schema of its body; empty for none
 * @param answer name of the schema of its answer; empty for none
 */
public record Route(
    String method,
    String path,
    List<ApiVersion> versions,
    Role role,
    String summary,
    String body,
    String answer,
    Handler handler) {
  public Route {
    versions = List.copyOf(versions);
  }
}
