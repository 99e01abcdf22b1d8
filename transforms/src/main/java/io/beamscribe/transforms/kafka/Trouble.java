// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.kafka;

import java.time.Duration;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what keeps Kafka from working: at once when that changes, and again once in a while as long
 * as it lasts. Not thread-safe.
 */
@Internal
public final class Trouble {
  private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
  private static final Duration REMINDER = Duration.ofMinutes(5);

  private final String effect;
  private @Nullable String said;
  private long when;

  /**
   * @param effect what does not happen, as a sentence without its end
   */
  public Trouble(String effect) {
    this.effect = effect;
  }

  /** Says it, unless it was said lately. */
  public void say(Throwable e) {
    String sentence = sentence(e);
    long now = System.nanoTime();
    if (!sentence.equals(said) || now - when > REMINDER.toNanos()) {
      LOG.warn("{}", sentence);
      LOG.debug("Kafka failed", e);
      said = sentence;
      when = now;
    }
  }

  /** All works again. */
  public void forget() {
    said = null;
  }

  private String sentence(Throwable e) {
    if (isAbsent(e)) {
      return effect + ": there is no such topic. Waiting for it.";
    }
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String reason = String.valueOf(cause.getMessage()).replaceFirst("\\.$", "");
    return effect + ": " + reason + ". Trying again.";
  }

  /** Whether the topic does not exist, or not yet. */
  public static boolean isAbsent(Throwable e) {
    return e instanceof UnknownTopicOrPartitionException
        || e.getCause() instanceof UnknownTopicOrPartitionException;
  }
}
