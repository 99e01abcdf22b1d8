// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

/**
 * Identifies a run of offsets that are used once: a topic may be deleted and made again, and a
 * partition may lose its end and write other messages at the same offsets. It is the topic's id,
 * with the number of such losses if there were any.
 */
final class LogName {
  private static final String LOSSES = "~";

  private LogName() {}

  /** Whether two are of the same topic. */
  static boolean sameTopic(String one, String other) {
    return topic(one).equals(topic(other));
  }

  /** The name after one more loss. */
  static String afterLoss(String log) {
    return topic(log) + LOSSES + (losses(log) + 1);
  }

  /** Whether a name of the same topic stands for later messages. */
  static boolean isLater(String one, String other) {
    return losses(one) > losses(other);
  }

  private static String topic(String log) {
    int at = log.indexOf(LOSSES);
    return at < 0 ? log : log.substring(0, at);
  }

  private static int losses(String log) {
    int at = log.indexOf(LOSSES);
    return at < 0 ? 0 : Integer.parseInt(log.substring(at + 1));
  }
}
