// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.transforms.kafka.Trouble;
import io.beamscribe.transforms.publishing.ResultTopic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records to a topic, those of a session in their order. While Kafka does not answer, they
 * wait. Shared by the threads of a job in a JVM. Thread-safe.
 */
final class LivePublisher implements AutoCloseable {
  private static final Leases<Key, LivePublisher> SHARED =
      new Leases<>(Retention.none(), LivePublisher::close);

  private static final long PAUSE_SECONDS = 2;

  private final ResultTopic topic;
  private final Trouble trouble;
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  private record Key(ResultTopic topic, String job) {}

  private LivePublisher(ResultTopic topic) {
    this.topic = topic;
    this.trouble = new Trouble("Phrases cannot be written to '" + topic.topic() + "'");
  }

  /**
   * @param job unique id of the job
   */
  static Lease<LivePublisher> lease(ResultTopic topic, String job) {
    return SHARED.share(new Key(topic, job), () -> new LivePublisher(topic));
  }

  /** Begins to write a record. */
  Future<RecordMetadata> send(LiveRecord told) {
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(
            topic.topic(),
            told.session().getBytes(StandardCharsets.UTF_8),
            Json.writeCompact(told));
    while (true) {
      try {
        Future<RecordMetadata> sent = producer().send(message);
        forget();
        return sent;
      } catch (InterruptException e) {
        throw interrupted(e);
      } catch (KafkaException e) {
        say(e);
        pause();
      }
    }
  }

  /** Waits until a record is written. */
  void await(Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      say(requireNonNull(e.getCause()));
      throw new IllegalStateException(
          "A record cannot be written to " + topic.topic() + ".", e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private synchronized KafkaProducer<byte[], byte[]> producer() {
    KafkaProducer<byte[], byte[]> now = producer;
    if (now == null) {
      Map<String, Object> settings =
          topic
              .kafka()
              .properties(
                  Map.of(
                      "max.block.ms", 10_000,
                      "request.timeout.ms", 10_000,
                      "delivery.timeout.ms", Integer.MAX_VALUE));
      settings.put("acks", "all");
      settings.put("enable.idempotence", true);
      now = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
      producer = now;
    }
    return now;
  }

  private synchronized void say(Throwable e) {
    trouble.say(e);
  }

  private synchronized void forget() {
    trouble.forget();
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static CancellationException interrupted(Exception e) {
    Thread.currentThread().interrupt();
    CancellationException cancelled = new CancellationException("interrupted while writing");
    cancelled.initCause(e);
    return cancelled;
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(2));
    }
  }
}
