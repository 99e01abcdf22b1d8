// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import java.time.Duration;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what keeps Kafka from working: at once when that changes, and again once in a while as long
 * as it lasts. Not thread-safe.
 */
final class Trouble {
  private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
  private static final Duration REMINDER = Duration.ofMinutes(5);

  private final String topic;
  private final String effect;
  private @Nullable String said;
  private long when;

  /**
   * @param effect what does not happen, as a sentence without its end
   */
  Trouble(String topic, String effect) {
    this.topic = topic;
    this.effect = effect;
  }

  void say(Throwable e) {
    String sentence = sentence(e);
    long now = System.nanoTime();
    if (!sentence.equals(said) || now - when > REMINDER.toNanos()) {
      LOG.warn("{}", sentence);
      LOG.debug("Kafka failed", e);
      said = sentence;
      when = now;
    }
  }

  void forget() {
    said = null;
  }

  private String sentence(Throwable e) {
    if (isAbsent(e)) {
      return "There is no topic '" + topic + "' in Kafka; waiting for it.";
    }
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return effect + ": " + cause.getMessage() + " Trying again.";
  }

  /** Whether the topic does not exist, or not yet. */
  static boolean isAbsent(Throwable e) {
    return e instanceof UnknownTopicOrPartitionException;
  }
}
