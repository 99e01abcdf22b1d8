// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import io.beamscribe.speech.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A session of a topic, among those that had its name.
 *
 * @param session its name: the key of its messages
 * @param log identifies the topic among those that had its name
 * @param begin offset of its first message
 */
record SessionKey(String session, String topic, String log, int partition, long begin) {
  static SessionKey parse(String text) {
    try {
      return Json.readCompact(text.getBytes(StandardCharsets.UTF_8), SessionKey.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return Json.compact(this);
  }

  /** What tells it apart from all others of its topic. */
  String id() {
    return topic + "-" + partition + "-" + begin;
  }
}
