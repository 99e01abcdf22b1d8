// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Reads messages as trees. With a mapper of its own, since that of speech may come from another
 * class loader on a cluster, to which the trees of a job are no trees. Thread-safe.
 */
final class EventJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EventJson() {}

  /**
   * Reads a message with one array, each of whose elements counts, also if the message breaks off
   * after it.
   *
   * @param array name of that member
   * @param each gets its elements
   * @return the message without that array
   * @throws IOException if it is not an object, or breaks off
   */
  static JsonNode read(byte[] message, String array, Consumer<JsonNode> each) throws IOException {
    ObjectNode rest = JSON.createObjectNode();
    try (JsonParser parser = JSON.createParser(message)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a document");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && name.equals(array)) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            each.accept(tree(parser));
          }
        } else {
          rest.set(name, tree(parser));
        }
      }
    }
    return rest;
  }

  private static JsonNode tree(JsonParser parser) throws IOException {
    return Objects.requireNonNullElse(parser.<JsonNode>readValueAsTree(), NullNode.getInstance());
  }

  /** Reads a whole message. */
  static JsonNode read(byte[] message) throws IOException {
    return JSON.readTree(message);
  }
}
