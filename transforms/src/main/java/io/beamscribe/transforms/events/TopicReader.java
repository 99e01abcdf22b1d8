// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.transforms.kafka.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic, of whose partitions Kafka gives each job of a group its own, also those that are
 * added later. It waits for a topic that is not there, and for servers that do not answer. Shared
 * by all instances of a DoFn in a JVM, since the runner may use any of them. Thread-safe.
 */
@Internal
public final class TopicReader implements AutoCloseable {
  private static final Leases<Key, TopicReader> SHARED =
      new Leases<>(Retention.none(), TopicReader::close);

  /** How long to leave Kafka alone after a failure. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final KafkaTopic log;
  private final Trouble trouble;
  private @Nullable TopicMember member;
  private long pauseEnd = System.nanoTime();

  private record Key(KafkaTopic log, String job) {}

  private TopicReader(KafkaTopic log) {
    this.log = log;
    this.trouble = new Trouble("The topic '" + log.topic() + "' of Kafka cannot be read");
  }

  /**
   * @param job unique id of the job
   */
  public static Lease<TopicReader> lease(KafkaTopic log, String job) {
    return SHARED.share(new Key(log, job), () -> new TopicReader(log));
  }

  /**
   * What a read has brought.
   *
   * @param positions where to read on
   */
  public record Batch(List<LogMessage> messages, ReadPositions positions) {}

  /**
   * Reads on. Partitions that are lost to another job of the group keep their position: what was
   * read before it is still in work here.
   *
   * @param from what an earlier batch, perhaps that of another reader, has given
   * @param patience how long to wait for messages
   */
  public synchronized Batch read(ReadPositions from, Duration patience) {
    Map<Integer, LogPosition> next = new TreeMap<>(from.partitions());
    List<LogMessage> messages = new ArrayList<>();
    if (System.nanoTime() - pauseEnd < 0) {
      return new Batch(messages, from);
    }
    try {
      TopicMember now = member == null ? TopicMember.join(log) : member;
      member = now;
      now.place(next, messages);
      for (ConsumerRecord<byte[], byte[]> each : now.poll(next, patience)) {
        String name = requireNonNull(next.get(each.partition())).log();
        messages.add(LogMessage.of(each, name));
        next.put(each.partition(), new LogPosition(name, each.offset() + 1));
      }
      if (now.isReading()) {
        trouble.forget();
      }
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      // What was read of this batch is read again from where the caller is.
      trouble.say(e);
      if (!Trouble.isAbsent(e)) {
        leave();
      }
      pauseEnd = System.nanoTime() + PAUSE.toNanos();
      return new Batch(List.of(), from);
    }
    return new Batch(messages, new ReadPositions(next));
  }

  private void leave() {
    if (member != null) {
      member.close();
      member = null;
    }
  }

  @Override
  public synchronized void close() {
    leave();
  }
}
