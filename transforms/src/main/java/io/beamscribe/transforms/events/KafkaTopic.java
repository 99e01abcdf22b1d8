// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;

/**
 * The Kafka topic with a store's events. Immutable.
 *
 * @param servers bootstrap servers as HOST:PORT, separated by commas
 * @param group consumer group whose offsets are committed
 * @param propertiesFile file on each worker with further Kafka settings such as credentials, which
 *     are therefore not sent with the job; null for none
 */
public record KafkaTopic(String servers, String topic, String group, String propertiesFile)
    implements Serializable {
  public KafkaTopic {
    Objects.requireNonNull(servers);
    Objects.requireNonNull(topic);
    Objects.requireNonNull(group);
  }

  /** The settings of all clients on this machine. */
  public Map<String, Object> properties() {
    Map<String, Object> all = new HashMap<>();
    // Short enough that a silent server is soon spoken of.
    all.put("request.timeout.ms", 10_000);
    all.put("default.api.timeout.ms", 15_000);
    // After at most this time an added partition is read.
    all.put("metadata.max.age.ms", 10_000);
    // After this time the partitions of a job that was killed go to another.
    all.put("session.timeout.ms", 10_000);
    if (propertiesFile != null) {
      Properties more = new Properties();
      try (Reader reader = Files.newBufferedReader(Path.of(propertiesFile))) {
        more.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(
            "The settings of Kafka in " + propertiesFile + " cannot be read.", e);
      }
      more.forEach((key, value) -> all.put((String) key, value));
    }
    all.put("bootstrap.servers", servers);
    return all;
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
