// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.kafka;

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
import org.jspecify.annotations.Nullable;

/**
 * How to reach Kafka. Immutable.
 *
 * @param servers bootstrap servers as HOST:PORT, separated by commas
 * @param propertiesFile file on each worker with further Kafka settings such as credentials, which
 *     are therefore not sent with the job; null for none
 */
public record KafkaServers(String servers, @Nullable String propertiesFile)
    implements Serializable {
  public KafkaServers {
    Objects.requireNonNull(servers);
  }

  /**
   * The client settings on this machine.
   *
   * @param defaults settings that the file may change
   */
  public Map<String, Object> properties(Map<String, Object> defaults) {
    Map<String, Object> all = new HashMap<>(defaults);
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
}
