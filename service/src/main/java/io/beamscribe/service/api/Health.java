// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.request.Call;
import java.util.function.BooleanSupplier;

/** Whether the service is well. Thread-safe. */
public final class Health {
  private final BooleanSupplier database;

  public Health(BooleanSupplier database) {
    this.database = database;
  }

  public void answer(Call call) {
    boolean well = database.getAsBoolean();
    ObjectNode document = Jsons.object().put("status", well ? "Healthy" : "Error");
    document
        .putArray("components")
        .addObject()
        .put("name", "Database")
        .put("type", "Database")
        .put("status", well ? "Healthy" : "Error");
    call.answer(200, document);
  }
}
