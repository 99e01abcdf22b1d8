// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

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
}
