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
 * Parses S3 event notifications as Amazon and MinIO write them: bare, wrapped by SNS, or in the
 * form of EventBridge.
 */
final class StoreEvents {
  private StoreEvents() {}

  /**
   * The addresses of objects that a message reports as created; none for other events, such as
   * removals or the test event.
   *
   * @throws IOException if this is not an event notification
   */
  static List<String> created(byte[] message) throws IOException {
    try {
      return created(Json.read(message, JsonNode.class));
    } catch (IllegalArgumentException e) {
      throw new IOException("an object key that is not URL-encoded", e);
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
      throw new IOException("not a store event");
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
