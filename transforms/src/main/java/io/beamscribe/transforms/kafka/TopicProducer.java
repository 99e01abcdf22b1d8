// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.kafka;

import io.beamscribe.speech.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON to a topic. Its connection is made when it is first needed; what goes wrong is said
 * by {@link Trouble}. Thread-safe.
 */
@Internal
public final class TopicProducer implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final KafkaServers kafka;
  private final String topic;
  private final Map<String, Object> defaults;
  private final Map<String, Object> required;
  private final Trouble trouble;
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  /**
   * @param defaults settings that the user may change
   * @param required settings that the user may not change, beside that all replicas answer
   * @param trouble says what goes wrong
   */
  public TopicProducer(
      KafkaServers kafka,
      String topic,
      Map<String, Object> defaults,
      Map<String, Object> required,
      Trouble trouble) {
    this.kafka = kafka;
    this.topic = topic;
    this.defaults = defaults;
    this.required = required;
    this.trouble = trouble;
  }

  /**
   * Begins to write a record.
   *
   * @throws KafkaException if that cannot begin, as where the topic is not known in time
   */
  public Future<RecordMetadata> send(String key, Object value) {
    return producer()
        .send(
            new ProducerRecord<>(
                topic, key.getBytes(StandardCharsets.UTF_8), Json.writeCompact(value)));
  }

  private synchronized KafkaProducer<byte[], byte[]> producer() {
    KafkaProducer<byte[], byte[]> now = producer;
    if (now == null) {
      Map<String, Object> settings = kafka.properties(defaults);
      settings.put("acks", "all");
      settings.putAll(required);
      now = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
      producer = now;
    }
    return now;
  }

  /** Says why writing fails. */
  public synchronized void fails(Throwable e) {
    trouble.say(e);
  }

  /** Writing works again. */
  public synchronized void works() {
    trouble.forget();
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(CLOSING);
    }
  }
}
