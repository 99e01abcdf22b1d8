// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a message with S3 event notifications tells of, as Amazon, MinIO and Ceph write them: bare,
 * wrapped by SNS, or in the form of EventBridge. Records that cannot be understood cost nothing but
 * themselves.
 *
 * @param created the objects reported as created or restored, each once; none for other events,
 *     such as removals or the test event
 * @param faults a sentence part for each record that cannot be understood
 */
record StoreEvents(List<CreatedObject> created, List<String> faults) {
  /** A notification in an envelope of SNS; more envelopes than that are none of a store. */
  private static final int ENVELOPES = 3;

  /** Of nothing. */
  static final StoreEvents NONE = new StoreEvents(List.of(), List.of());

  StoreEvents {
    created = List.copyOf(created);
    faults = List.copyOf(faults);
  }

  /**
   * Reads a message.
   *
   * @throws IOException if it is not an event notification
   */
  static StoreEvents of(byte[] message) throws IOException {
    return of(message, ENVELOPES);
  }

  private static StoreEvents of(byte[] message, int envelopes) throws IOException {
    List<JsonNode> records = new ArrayList<>();
    JsonNode rest;
    try {
      rest = EventJson.read(message, "Records", records::add);
    } catch (IOException e) {
      if (!new String(message, StandardCharsets.UTF_8).contains("\"Records\"")) {
        throw e;
      }
      return ofRecords(records, List.of("the message breaks off after record " + records.size()));
    }
    if (!records.isEmpty()) {
      return ofRecords(records, List.of());
    }
    if (rest.path("detail").isObject()) {
      return ofRecord(() -> CreatedObject.ofDetail(rest));
    }
    if (rest.path("Message").isTextual() && envelopes > 0) {
      return of(rest.path("Message").asText().getBytes(StandardCharsets.UTF_8), envelopes - 1);
    }
    if (isEmptyNotification(message, rest)) {
      return NONE;
    }
    throw new IOException("not a store event");
  }

  /** An array of no records, which reading leaves out of the rest, or the event of a test. */
  private static boolean isEmptyNotification(byte[] message, JsonNode rest) throws IOException {
    return rest.path("Event").asText().equals("s3:TestEvent")
        || rest.path("Records").isMissingNode()
            && EventJson.read(message).path("Records").isArray();
  }

  /** Reads one record. */
  private interface Reading {
    Optional<CreatedObject> read() throws IOException;
  }

  private static StoreEvents ofRecord(Reading reading) {
    try {
      return new StoreEvents(reading.read().stream().toList(), List.of());
    } catch (IOException e) {
      return new StoreEvents(List.of(), List.of(String.valueOf(e.getMessage())));
    }
  }

  private static StoreEvents ofRecords(List<JsonNode> records, List<String> end) {
    Set<CreatedObject> created = new LinkedHashSet<>();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      JsonNode each = records.get(i);
      StoreEvents one = ofRecord(() -> CreatedObject.ofRecord(each));
      created.addAll(one.created());
      for (String fault : one.faults()) {
        faults.add("record " + (i + 1) + " " + fault);
      }
    }
    faults.addAll(end);
    return new StoreEvents(List.copyOf(created), faults);
  }
}
