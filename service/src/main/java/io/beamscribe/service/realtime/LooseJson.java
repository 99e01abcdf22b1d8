// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.Jsons;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** JSON of clients, which spell the same key in several ways: all keys are in lower case. */
final class LooseJson {
  private LooseJson() {}

  /** Parses an object; an empty body is an empty one. */
  static ObjectNode parse(byte[] body) throws FrameException {
    try {
      JsonNode tree = body.length == 0 ? Jsons.object() : Jsons.read(body);
      if (lower(tree) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      // said below
    }
    throw new FrameException("A message that has to be a JSON object is none.");
  }

  private static JsonNode lower(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = Jsons.object();
      object
          .fields()
          .forEachRemaining(
              field -> copy.set(field.getKey().toLowerCase(Locale.ROOT), lower(field.getValue())));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, lower(array.get(i)));
      }
    }
    return node;
  }

  /** The texts of an array; none if it is no array. */
  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
