// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

/**
 * A subtitle that has its words but not yet its times. Times are in milliseconds.
 *
 * @param channel of the speech
 * @param layout of the speech
 * @param from the first piece of the speech, and the one past the last
 */
record Draft(int channel, CueLayout layout, int from, int to) {
  Speech speech() {
    return layout.speech();
  }

  /** When its first word begins. */
  long start() {
    return speech().pieces().get(from).start();
  }

  /** When its last word ends. */
  long spoken() {
    return speech().pieces().get(to - 1).end();
  }

  /** How long people need to read it. */
  long reading() {
    return speech().rules().readingMilliseconds(layout.columns(from, to));
  }

  /** Whether another follows this one rather than being spoken at the same time. */
  boolean isInLaneOf(Draft other) {
    return channel == other.channel && speech().lane() == other.speech().lane();
  }
}
