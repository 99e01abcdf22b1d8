// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A message of a topic, or the place of messages that were deleted before they could be read.
 *
 * @param log identifies the topic among those that had its name; see {@link LogName}
 * @param offset of the message, or of the last one deleted
 * @param value null for a tombstone
 * @param missing number of messages deleted; 0 if this is a message
 * @param key null for none
 * @param headers as text, empty where they have no value; of several with one name the last
 * @param time of the message in milliseconds since 1970, as its producer or the broker has set it
 */
@Internal
public record LogMessage(
    String topic,
    String log,
    int partition,
    long offset,
    byte @Nullable [] value,
    long missing,
    @Nullable String key,
    Map<String, String> headers,
    long time) {
  /** A message of which only the value matters. */
  LogMessage(
      String topic, String log, int partition, long offset, byte @Nullable [] value, long missing) {
    this(topic, log, partition, offset, value, missing, null, Map.of(), 0);
  }

  static LogMessage of(ConsumerRecord<byte[], byte[]> message, String log) {
    Map<String, String> headers = new TreeMap<>();
    for (Header each : message.headers()) {
      byte[] value = each.value();
      headers.put(each.key(), value == null ? "" : new String(value, StandardCharsets.UTF_8));
    }
    return new LogMessage(
        message.topic(),
        log,
        message.partition(),
        message.offset(),
        message.value(),
        0,
        message.key() == null ? null : new String(message.key(), StandardCharsets.UTF_8),
        headers,
        message.timestamp());
  }
}
