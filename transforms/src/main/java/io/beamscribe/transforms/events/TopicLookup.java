// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * What Kafka says of a topic at one moment.
 *
 * @param topic its id, another one if it was deleted and made again
 * @param ranges what the partitions asked about hold; those that do not exist are missing
 * @param committed what the group has committed in them
 */
record TopicLookup(
    String topic, Map<Integer, Placement.Range> ranges, Map<Integer, LogPosition> committed) {

  /** Asks, without waiting for the answer. */
  static Future<TopicLookup> start(
      Admin admin, KafkaTopic log, Collection<TopicPartition> partitions) {
    KafkaFuture<String> id = id(admin, log.topic());
    KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> first =
        admin.listOffsets(all(partitions, OffsetSpec.earliest())).all();
    KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> end =
        admin.listOffsets(all(partitions, OffsetSpec.latest())).all();
    KafkaFuture<Map<TopicPartition, OffsetAndMetadata>> committed =
        admin.listConsumerGroupOffsets(log.group()).partitionsToOffsetAndMetadata();
    return KafkaFuture.allOf(id, first, end, committed)
        .thenApply(
            done -> {
              try {
                return of(id.get(), first.get(), end.get(), committed.get(), log.topic());
              } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("an answer that is there", e);
              }
            });
  }

  /** Asks for the id of a topic. */
  static KafkaFuture<String> id(Admin admin, String topic) {
    return admin
        .describeTopics(List.of(topic))
        .allTopicNames()
        .thenApply(all -> requireNonNull(all.get(topic)).topicId().toString());
  }

  private static Map<TopicPartition, OffsetSpec> all(
      Collection<TopicPartition> partitions, OffsetSpec spec) {
    return partitions.stream().collect(Collectors.toMap(Function.identity(), each -> spec));
  }

  private static TopicLookup of(
      String topic,
      Map<TopicPartition, ListOffsetsResultInfo> first,
      Map<TopicPartition, ListOffsetsResultInfo> end,
      Map<TopicPartition, OffsetAndMetadata> committed,
      String name) {
    Map<Integer, Placement.Range> ranges = new HashMap<>();
    first.forEach(
        (partition, from) ->
            ranges.put(
                partition.partition(),
                new Placement.Range(from.offset(), requireNonNull(end.get(partition)).offset())));
    Map<Integer, LogPosition> positions = new HashMap<>();
    committed.forEach(
        (partition, offset) -> {
          if (partition.topic().equals(name) && offset != null) {
            positions.put(
                partition.partition(), new LogPosition(offset.metadata(), offset.offset()));
          }
        });
    return new TopicLookup(topic, ranges, positions);
  }
}
