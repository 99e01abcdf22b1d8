package io.beamscribe.speech.recognition.isolation;

import java.time.Duration;

/**
 * When a child process is given up.
 *
 * @param load for a model to be loaded
 * @param segment for a segment of no length to be recognised
 * @param timesLength what is added to that, in lengths of the segment
 */
record Limits(Duration load, Duration segment, int timesLength) {
  /** Far beyond anything that an overloaded machine needs. */
  static final Limits DEFAULT = new Limits(Duration.ofMinutes(10), Duration.ofMinutes(1), 20);
}
