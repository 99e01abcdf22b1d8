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

  /** The client settings on this machine. */
  Map<String, Object> properties() {
    Map<String, Object> all = new HashMap<>();
    all.put("bootstrap.servers", servers);
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
    return all;
  }
}
