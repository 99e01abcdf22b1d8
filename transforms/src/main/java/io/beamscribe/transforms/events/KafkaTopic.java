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
 * Where a store's events are read.
 *
 * @param servers HOST:PORT of some of Kafka's brokers, with commas
 * @param group under which it is kept how far they are done
 * @param propertiesFile more of Kafka's settings, such as credentials: a file on each worker, so
 *     that they do not travel with the job; null for none
 */
public record KafkaTopic(String servers, String topic, String group, String propertiesFile)
    implements Serializable {
  public KafkaTopic {
    Objects.requireNonNull(servers);
    Objects.requireNonNull(topic);
    Objects.requireNonNull(group);
  }

  /** The settings of a client of this machine. */
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
