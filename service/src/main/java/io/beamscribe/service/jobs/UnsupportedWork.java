// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Kind;

/** Work that this service cannot do, which says so. Thread-safe. */
public final class UnsupportedWork implements Work {
  private final Kind kind;
  private final String reason;

  public UnsupportedWork(Kind kind, String reason) {
    this.kind = kind;
    this.reason = reason;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public ObjectNode run(Entity entity) throws WorkException {
    throw new WorkException("UnexpectedError", reason);
  }
}
