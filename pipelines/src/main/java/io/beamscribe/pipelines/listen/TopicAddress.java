// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.listen;

import io.beamscribe.pipelines.flags.UsageException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A topic of Kafka on a command line.
 *
 * @param servers as HOST:PORT, separated by commas
 */
record TopicAddress(String servers, String topic) {
  static final String SCHEME = "kafka://";

  private static final Pattern ADDRESS =
      Pattern.compile(SCHEME + "([^,/\\s]+:\\d+(?:,[^,/\\s]+:\\d+)*)/([A-Za-z0-9._-]{1,249})");

  /**
   * @param flag that has it
   */
  static TopicAddress parse(String flag, String text) throws UsageException {
    Matcher matcher = ADDRESS.matcher(text);
    if (!matcher.matches()) {
      throw new UsageException(
          "%s must be kafka://HOST:PORT/TOPIC, not '%s'.".formatted(flag, text));
    }
    return new TopicAddress(matcher.group(1), matcher.group(2));
  }
}
