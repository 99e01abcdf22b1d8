// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import io.beamscribe.transforms.kafka.KafkaServers;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;

/**
 * The Kafka topic with a store's events. Immutable.
 *
 * @param group consumer group whose offsets are committed
 */
public record KafkaTopic(KafkaServers kafka, String topic, String group) implements Serializable {
  /**
   * A silent server is soon spoken of; a partition that is added is read after ten seconds at most,
   * and those of a job that was killed go to another after as many.
   */
  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "request.timeout.ms", 10_000,
          "default.api.timeout.ms", 15_000,
          "metadata.max.age.ms", 10_000,
          "session.timeout.ms", 10_000);

  public KafkaTopic {
    Objects.requireNonNull(kafka);
    Objects.requireNonNull(topic);
    Objects.requireNonNull(group);
  }

  /** The settings of all clients on this machine. */
  Map<String, Object> properties() {
    return kafka.properties(DEFAULTS);
  }

  /**
   * The group by which Kafka divides the partitions among the jobs that read them. It commits
   * nothing: offsets are those of {@link #group}, to which files are done out of turn and on other
   * machines than the one that reads, and Kafka accepts such commits only for a group without
   * members.
   */
  String members() {
    return group + "-members";
  }

  /** The settings of a consumer that is one of them. */
  Map<String, Object> memberProperties() {
    Map<String, Object> all = properties();
    all.put("group.id", members());
    all.put("enable.auto.commit", false);
    all.put("auto.offset.reset", "none");
    all.put("allow.auto.create.topics", false);
    // Partitions that stay where they are go on meanwhile.
    all.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
    return all;
  }
}
