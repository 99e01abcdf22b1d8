// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.publishing;

import io.beamscribe.transforms.kafka.KafkaServers;
import java.io.Serializable;
import java.util.Objects;

/** The Kafka topic to which the ends of files are published. Immutable. */
public record ResultTopic(KafkaServers kafka, String topic) implements Serializable {
  public ResultTopic {
    Objects.requireNonNull(kafka);
    Objects.requireNonNull(topic);
  }
}
