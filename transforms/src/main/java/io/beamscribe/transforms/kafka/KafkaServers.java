// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.kafka;

import io.beamscribe.speech.http.TooLargeException;
import io.beamscribe.speech.http.WholeContent;
import java.io.IOException;
import java.io.Serializable;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
      try {
        byte[] settings = WholeContent.of(Path.of(propertiesFile));
        more.load(new StringReader(new String(settings, StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(
            "The settings of Kafka in "
                + propertiesFile
                + " cannot be read"
                + TooLargeException.reason(e)
                + ".",
            e);
      }
      more.forEach((key, value) -> all.put((String) key, value));
    }
    all.put("bootstrap.servers", servers);
    return all;
  }
}
