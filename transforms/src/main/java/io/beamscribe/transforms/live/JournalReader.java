// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import io.beamscribe.speech.json.Json;
import io.beamscribe.transforms.kafka.Pause;
import io.beamscribe.transforms.kafka.Trouble;
import io.beamscribe.transforms.publishing.ResultTopic;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic of phrases to its end, whenever it is asked, from as early as need be. Thread-safe.
 */
final class JournalReader implements AutoCloseable {
  /** By so much clocks of producers and brokers may differ, in milliseconds. */
  private static final long SKEW = 60_000;

  private static final int MOST_SESSIONS = 100_000;
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final ResultTopic topic;
  private final Trouble trouble;
  private @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private long from = Long.MAX_VALUE;

  /** The longest without news first. */
  private final Map<SessionKey, Journal.Told> last =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionKey, Journal.Told> eldest) {
          return size() > MOST_SESSIONS;
        }
      };

  JournalReader(ResultTopic topic) {
    this.topic = topic;
    this.trouble = new Trouble("The topic '" + topic.topic() + "' of Kafka cannot be read");
  }

  /** As {@link Journal#last}; waits while Kafka does not answer. */
  synchronized Journal.@Nullable Told last(SessionKey key, long time) {
    while (true) {
      try {
        read(time - SKEW);
        trouble.forget();
        return last.get(anyOf(key));
      } catch (InterruptException e) {
        throw e;
      } catch (KafkaException e) {
        trouble.say(e);
        close();
        Pause.afterFailure();
      }
    }
  }

  private static SessionKey anyOf(SessionKey key) {
    return new SessionKey(key.session(), key.topic(), key.log(), key.partition(), 0);
  }

  private void read(long since) {
    KafkaConsumer<byte[], byte[]> now = consumer;
    if (now == null) {
      Map<String, Object> settings =
          topic.kafka().properties(Map.of("default.api.timeout.ms", 15_000));
      settings.put("allow.auto.create.topics", false);
      settings.put("auto.offset.reset", "earliest");
      now = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      consumer = now;
    }
    List<TopicPartition> partitions =
        now.partitionsFor(topic.topic()).stream()
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList();
    Map<TopicPartition, Long> ends = now.endOffsets(partitions);
    if (since < from || now.assignment().size() != partitions.size()) {
      from = Math.min(since, from);
      last.clear();
      now.assign(partitions);
      seek(now, partitions, ends);
    }
    while (ends.entrySet().stream().anyMatch(isBefore(now))) {
      now.poll(PATIENCE).forEach(this::take);
    }
  }

  private static java.util.function.Predicate<Map.Entry<TopicPartition, Long>> isBefore(
      KafkaConsumer<byte[], byte[]> consumer) {
    return end -> consumer.position(end.getKey()) < end.getValue();
  }

  private void seek(
      KafkaConsumer<byte[], byte[]> now,
      List<TopicPartition> partitions,
      Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(each -> times.put(each, Math.max(0, from)));
    Map<TopicPartition, OffsetAndTimestamp> first = now.offsetsForTimes(times);
    for (TopicPartition each : partitions) {
      OffsetAndTimestamp at = first.get(each);
      now.seek(each, at == null ? ends.getOrDefault(each, 0L) : at.offset());
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> message) {
    if (message.value() == null) {
      return;
    }
    try {
      LiveRecord told = Json.readCompact(message.value(), LiveRecord.class);
      if (told.resume() != null) {
        last.put(
            anyOf(told.key()),
            new Journal.Told(
                told.source().offset(), told.resume(), told.status() == LiveRecord.Status.Ended));
      }
    } catch (IOException | RuntimeException e) {
      // a record of another program
    }
  }

  @Override
  public synchronized void close() {
    if (consumer != null) {
      consumer.close(Duration.ofSeconds(2));
      consumer = null;
    }
    from = Long.MAX_VALUE;
  }
}
