// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.request.Call;
import java.util.List;

/** The locales that each collection knows. Thread-safe. */
final class Locales {
  private final List<String> locales;

  Locales(Tools tools) {
    this.locales = tools.base().locales();
  }

  private ArrayNode all() {
    ArrayNode array = Jsons.object().putArray("locales");
    locales.forEach(array::add);
    return array;
  }

  void plain(Call call) {
    call.answer(200, all());
  }

  void transcriptions(Call call) {
    if (!call.version().dated()) {
      plain(call);
      return;
    }
    ObjectNode document = Jsons.object();
    document.set("Submit", all());
    document.set("Transcribe", all());
    call.answer(200, document);
  }

  /** By locale in old versions, by kind in new ones. */
  void datasets(Call call) {
    ObjectNode document = Jsons.object();
    if (call.version().dated()) {
      Datasets.KINDS.forEach(kind -> document.set(kind, all()));
    } else {
      locales.forEach(locale -> Datasets.KINDS.forEach(document.putArray(locale)::add));
    }
    call.answer(200, document);
  }
}
