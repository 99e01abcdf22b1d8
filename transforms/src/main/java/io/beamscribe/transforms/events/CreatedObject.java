// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object that a store reports as created.
 *
 * @param address by the rules of S3, whose keys are URL-encoded
 * @param literal the address if the key is not encoded, as some stores write it; null where that is
 *     the same
 * @param fault what is wrong with the key, as part of a sentence; null if nothing is
 */
record CreatedObject(String address, @Nullable String literal, @Nullable String fault) {

  /**
   * Reads a record of a notification.
   *
   * @return empty for other events
   * @throws IOException if it cannot be understood, with the end of a sentence about it
   */
  static Optional<CreatedObject> ofRecord(JsonNode record) throws IOException {
    JsonNode event = record.path("eventName");
    if (!event.isTextual()) {
      throw new IOException("names no event");
    }
    String name = event.asText().replaceFirst("^s3:", "");
    if (!name.startsWith("ObjectCreated:") && !name.equals("ObjectRestore:Completed")) {
      return Optional.empty();
    }
    JsonNode store = record.path("s3");
    String bucket = bucket(store);
    String key = key(store);
    try {
      // Form encoding: a space is a plus.
      String decoded = URLDecoder.decode(key, StandardCharsets.UTF_8);
      return Optional.of(
          new CreatedObject(
              address(bucket, decoded), decoded.equals(key) ? null : address(bucket, key), null));
    } catch (IllegalArgumentException e) {
      return Optional.of(
          new CreatedObject(
              address(bucket, key), null, "Its name in the event is not URL-encoded."));
    }
  }

  /** Reads an event of EventBridge, as {@link #ofRecord}. */
  static Optional<CreatedObject> ofDetail(JsonNode event) throws IOException {
    String type = event.path("detail-type").asText();
    if (!type.equals("Object Created") && !type.equals("Object Restore Completed")) {
      return Optional.empty();
    }
    JsonNode detail = event.path("detail");
    return Optional.of(new CreatedObject(address(bucket(detail), key(detail)), null, null));
  }

  /** The addresses that may be meant, the likeliest first. */
  List<String> spellings() {
    return literal == null ? List.of(address) : List.of(address, literal);
  }

  private static String bucket(JsonNode store) throws IOException {
    String bucket = text(store.path("bucket").path("name"), "names no bucket");
    if (bucket.indexOf('/') >= 0) {
      throw new IOException("names a bucket with a slash");
    }
    return bucket;
  }

  private static String key(JsonNode store) throws IOException {
    return text(store.path("object").path("key"), "names no object");
  }

  private static String text(JsonNode node, String without) throws IOException {
    if (!node.isTextual() || node.asText().isEmpty()) {
      throw new IOException(without);
    }
    return node.asText();
  }

  private static String address(String bucket, String key) {
    return "s3a://" + bucket + "/" + key;
  }
}
