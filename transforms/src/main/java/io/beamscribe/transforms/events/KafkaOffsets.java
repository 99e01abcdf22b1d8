// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import static java.util.Objects.requireNonNull;

import io.beamscribe.transforms.kafka.Trouble;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.jspecify.annotations.Nullable;

/** Commits offsets to Kafka, each with the log it is of; connects on first use. */
final class KafkaOffsets implements OffsetCommitter {
  private static final long serialVersionUID = 1L;

  private final KafkaTopic log;
  private transient @Nullable Admin admin;
  private transient @Nullable Trouble trouble;

  KafkaOffsets(KafkaTopic log) {
    this.log = log;
  }

  @Override
  public boolean commit(TopicPartition partition, String name, long next) {
    Trouble spoken = trouble();
    try {
      Admin client = admin == null ? Admin.create(log.properties()) : admin;
      admin = client;
      if (isCurrent(client, name) && !isPassed(client, partition, new LogPosition(name, next))) {
        client
            .alterConsumerGroupOffsets(
                log.group(), Map.of(partition, new OffsetAndMetadata(next, name)))
            .all()
            .get();
      }
      spoken.forget();
      return true;
    } catch (ExecutionException e) {
      Throwable cause = requireNonNull(e.getCause());
      spoken.say(
          cause instanceof UnknownMemberIdException
              ? new KafkaException("Another program reads in this group; stop it.")
              : cause);
      return false;
    } catch (KafkaException e) {
      spoken.say(e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Trouble trouble() {
    Trouble now =
        trouble == null
            ? new Trouble("The offsets of the group '" + log.group() + "' cannot be committed")
            : trouble;
    trouble = now;
    return now;
  }

  /** Whether the topic is still the one that was read. */
  private boolean isCurrent(Admin client, String name)
      throws ExecutionException, InterruptedException {
    return LogName.sameTopic(TopicLookup.id(client, log.topic()).get(), name);
  }

  /** Whether another job of the group has come further meanwhile. */
  private boolean isPassed(Admin client, TopicPartition partition, LogPosition mine)
      throws ExecutionException, InterruptedException {
    OffsetAndMetadata offset =
        client
            .listConsumerGroupOffsets(log.group())
            .partitionsToOffsetAndMetadata()
            .get()
            .get(partition);
    if (offset == null) {
      return false;
    }
    LogPosition theirs = new LogPosition(offset.metadata(), offset.offset());
    if (theirs.log().isEmpty() || theirs.log().equals(mine.log())) {
      return theirs.next() >= mine.next();
    }
    return LogName.sameTopic(theirs.log(), mine.log()) && LogName.isLater(theirs.log(), mine.log());
  }

  @Override
  public void close() {
    if (admin != null) {
      admin.close(Duration.ofSeconds(2));
    }
  }
}
