// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job as a member of its group. A partition that Kafka assigns to it rests until it is known
 * where to begin. Not thread-safe.
 */
final class TopicMember implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicMember.class);

  /** How often to ask whether the topic is still the same one. */
  private static final Duration RECHECK = Duration.ofSeconds(5);

  private final KafkaTopic log;
  private final Consumer<byte[], byte[]> consumer;
  private final Admin admin;

  /** Assigned partitions whose beginning is not known yet. */
  private final Set<TopicPartition> resting = new HashSet<>();

  /** Positions of the others, as this consumer has them. */
  private final Map<Integer, LogPosition> reading = new HashMap<>();

  private @Nullable Future<TopicLookup> lookup;
  private @Nullable Future<String> check;
  private long checked = System.nanoTime() - RECHECK.toNanos();

  private TopicMember(KafkaTopic log, Consumer<byte[], byte[]> consumer, Admin admin) {
    this.log = log;
    this.consumer = consumer;
    this.admin = admin;
  }

  /** Joins the group; partitions are assigned later, while messages are polled. */
  static TopicMember join(KafkaTopic log) {
    Admin admin = Admin.create(log.properties());
    try {
      TopicMember member =
          new TopicMember(
              log,
              new KafkaConsumer<>(
                  log.memberProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
              admin);
      member.consumer.subscribe(List.of(log.topic()), member.new Assignment());
      return member;
    } catch (RuntimeException e) {
      admin.close(Duration.ZERO);
      throw e;
    }
  }

  /**
   * Finds out where to begin partitions that rest, without waiting.
   *
   * @param positions of this job; those of partitions that begin are set
   * @param messages takes the places of messages that are gone
   */
  void place(Map<Integer, LogPosition> positions, List<LogMessage> messages) {
    for (TopicPartition each : Set.copyOf(consumer.assignment())) {
      LogPosition here = reading.get(each.partition());
      if (here != null && !here.equals(positions.get(each.partition()))) {
        rest(each); // the runner has gone back to an earlier state
      }
    }
    recheck();
    if (resting.isEmpty()) {
      return;
    }
    if (lookup == null) {
      lookup = TopicLookup.start(admin, log, Set.copyOf(resting));
    }
    if (lookup.isDone()) {
      Future<TopicLookup> answer = lookup;
      lookup = null;
      TopicLookup found = value(answer);
      for (TopicPartition each : Set.copyOf(resting)) {
        Placement.Range range = found.ranges().get(each.partition());
        if (range != null) {
          begin(each, found, range, positions, messages);
        }
      }
    }
  }

  private void begin(
      TopicPartition partition,
      TopicLookup found,
      Placement.Range range,
      Map<Integer, LogPosition> positions,
      List<LogMessage> messages) {
    int number = partition.partition();
    Placement place =
        Placement.of(found.topic(), range, positions.get(number), found.committed().get(number));
    LogPosition start = place.start();
    if (place.truncated()) {
      LOG.warn(
          "{} has lost its end, which was read already; reading it again from {}",
          partition,
          start.next());
    }
    if (place.missing() > 0) {
      LOG.warn(
          "{} messages of {} before {} were deleted before they were read",
          place.missing(),
          partition,
          start.next());
      messages.add(
          new LogMessage(
              log.topic(), start.log(), number, start.next() - 1, null, place.missing()));
    }
    consumer.seek(partition, start.next());
    consumer.resume(Set.of(partition));
    resting.remove(partition);
    reading.put(number, start);
    positions.put(number, start);
  }

  /**
   * Messages of the partitions that have begun.
   *
   * @param positions of this job
   */
  Iterable<ConsumerRecord<byte[], byte[]>> poll(
      Map<Integer, LogPosition> positions, Duration patience) {
    try {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(patience);
      for (ConsumerRecord<byte[], byte[]> each : records) {
        reading.computeIfPresent(
            each.partition(), (partition, at) -> new LogPosition(at.log(), each.offset() + 1));
      }
      return records;
    } catch (OffsetOutOfRangeException e) {
      e.partitions().forEach(this::rest);
      return List.of();
    }
  }

  /** Whether it has partitions, and knows of each where to begin. */
  boolean isReading() {
    return !reading.isEmpty() && resting.isEmpty();
  }

  /** Begins anew if the topic was deleted and made again, perhaps with as many messages. */
  private void recheck() {
    if (check == null && System.nanoTime() - checked >= RECHECK.toNanos()) {
      check = TopicLookup.id(admin, log.topic());
    }
    if (check != null && check.isDone()) {
      Future<String> answer = check;
      check = null;
      checked = System.nanoTime();
      String topic = value(answer);
      for (TopicPartition each : Set.copyOf(consumer.assignment())) {
        LogPosition here = reading.get(each.partition());
        if (here != null && !LogName.sameTopic(here.log(), topic)) {
          LOG.warn("{} was made again; reading it from its beginning", each);
          rest(each);
        }
      }
    }
  }

  private void rest(TopicPartition partition) {
    consumer.pause(Set.of(partition));
    reading.remove(partition.partition());
    resting.add(partition);
    lookup = null; // what it says may be of before
  }

  private <T> T value(Future<T> done) {
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }

  @Override
  public void close() {
    try {
      consumer.close(Duration.ofSeconds(2));
    } catch (KafkaException e) {
      LOG.debug("The group was not left", e);
    } finally {
      admin.close(Duration.ZERO);
    }
  }

  /** Called by the consumer while it polls. */
  private final class Assignment implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      // A position of its own, so that the consumer asks for none and passes over nothing.
      partitions.forEach(each -> consumer.seek(each, 0));
      partitions.forEach(TopicMember.this::rest);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      for (TopicPartition each : partitions) {
        resting.remove(each);
        reading.remove(each.partition());
      }
    }
  }
}
