// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.beamscribe.speech.json.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what stores tell of their objects: S3's event notifications as Amazon and MinIO write them,
 * bare, in an envelope of SNS, or in the form of EventBridge.
 */
final class StoreEvents {
  private StoreEvents() {}

  /**
   * The addresses of objects that a message says were made; none where it tells of something else,
   * such as that an object was removed or that notifications were set up.
   *
   * @throws IOException if this is no such message
   */
  static List<String> created(byte[] message) throws IOException {
    try {
      return created(Json.read(message, JsonNode.class));
    } catch (IllegalArgumentException e) {
      throw new IOException("a name of an object that is not URL-encoded", e);
    }
  }

  private static List<String> created(JsonNode message) throws IOException {
    List<String> addresses = new ArrayList<>();
    if (message.path("Records").isArray()) {
      for (JsonNode each : message.path("Records")) {
        if (each.path("eventName").asText().replaceFirst("^s3:", "").startsWith("ObjectCreated:")) {
          // Form encoding: a space is a plus.
          String key = each.path("s3").path("object").path("key").asText();
          addresses.add(address(each.path("s3"), URLDecoder.decode(key, StandardCharsets.UTF_8)));
        }
      }
    } else if (message.path("detail").isObject()) {
      if (message.path("detail-type").asText().equals("Object Created")) {
        JsonNode detail = message.path("detail");
        addresses.add(address(detail, detail.path("object").path("key").asText()));
      }
    } else if (message.path("Message").isTextual()) {
      return created(message.path("Message").asText().getBytes(StandardCharsets.UTF_8));
    } else if (!message.path("Event").asText().equals("s3:TestEvent")) {
      throw new IOException("not an event of a store");
    }
    return addresses;
  }

  private static String address(JsonNode event, String key) throws IOException {
    String bucket = event.path("bucket").path("name").asText();
    if (bucket.isEmpty() || key.isEmpty()) {
      throw new IOException("an event without bucket or key");
    }
    return "s3a://" + bucket + "/" + key;
  }
}
