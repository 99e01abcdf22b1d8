// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import java.time.Duration;

/**
 * Timeouts of a child process.
 *
 * @param load for loading a model
 * @param call for a call without any audio
 * @param timesLength added to that, in lengths of the audio
 */
record Limits(Duration load, Duration call, int timesLength) {
  /** Far beyond anything that an overloaded machine needs. */
  static final Limits DEFAULT = new Limits(Duration.ofMinutes(10), Duration.ofMinutes(1), 20);
}
