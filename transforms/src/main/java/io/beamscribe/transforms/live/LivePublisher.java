// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.transforms.kafka.Pause;
import io.beamscribe.transforms.kafka.TopicProducer;
import io.beamscribe.transforms.kafka.Trouble;
import io.beamscribe.transforms.publishing.ResultTopic;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Writes records to a topic, those of a session in their order. While Kafka does not answer, they
 * wait. Shared by the threads of a job in a JVM. Thread-safe.
 */
final class LivePublisher implements AutoCloseable {
  private static final Leases<Key, LivePublisher> SHARED =
      new Leases<>(Retention.none(), LivePublisher::close);

  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "max.block.ms", 10_000,
          "request.timeout.ms", 10_000,
          "delivery.timeout.ms", Integer.MAX_VALUE);

  private final ResultTopic topic;
  private final TopicProducer producer;

  private record Key(ResultTopic topic, String job) {}

  private LivePublisher(ResultTopic topic) {
    this.topic = topic;
    this.producer =
        new TopicProducer(
            topic.kafka(),
            topic.topic(),
            DEFAULTS,
            Map.of("enable.idempotence", true),
            new Trouble("Phrases cannot be written to '" + topic.topic() + "'"));
  }

  /**
   * @param job unique id of the job
   */
  static Lease<LivePublisher> lease(ResultTopic topic, String job) {
    return SHARED.share(new Key(topic, job), () -> new LivePublisher(topic));
  }

  /** Begins to write a record. */
  Future<RecordMetadata> send(LiveRecord told) {
    while (true) {
      try {
        Future<RecordMetadata> sent = producer.send(told.session(), told);
        requireBegun(sent);
        producer.works();
        return sent;
      } catch (InterruptException | InterruptedException e) {
        throw Pause.interrupted(e);
      } catch (KafkaException e) {
        producer.fails(e);
        Pause.afterFailure();
      }
    }
  }

  /** Where the topic is not there, nothing is thrown: what comes has failed already. */
  private static void requireBegun(Future<RecordMetadata> sent) throws InterruptedException {
    if (sent.isDone()) {
      try {
        sent.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RetriableException notYet) {
          throw notYet;
        }
      }
    }
  }

  /** Waits until a record is written. */
  void await(Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      producer.fails(requireNonNull(e.getCause()));
      throw new IllegalStateException(
          "A record cannot be written to " + topic.topic() + ".", e.getCause());
    } catch (InterruptedException e) {
      throw Pause.interrupted(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
