// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import java.time.Duration;

/**
 * When a child process is given up.
 *
 * @param load for a model to be loaded
 * @param call for no audio at all to be recognised
 * @param timesLength what is added to that, in lengths of the audio
 */
record Limits(Duration load, Duration call, int timesLength) {
  /** Far beyond anything that an overloaded machine needs. */
  static final Limits DEFAULT = new Limits(Duration.ofMinutes(10), Duration.ofMinutes(1), 20);
}
