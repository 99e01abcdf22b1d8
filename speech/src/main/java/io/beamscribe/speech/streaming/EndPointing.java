// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import java.time.Duration;

/**
 * When an utterance ends.
 *
 * @param silence after speech, at which an utterance ends
 * @param longest utterance; at that length it ends at once
 * @param initialSilence after which a session without speech says so; zero for never
 */
public record EndPointing(Duration silence, Duration longest, Duration initialSilence) {
  /** As the cloud service by default: half a second ends an utterance, nothing else. */
  public static final EndPointing DEFAULT =
      new EndPointing(Duration.ofMillis(500), Duration.ofSeconds(28), Duration.ZERO);

  public EndPointing {
    requireWithin("silence", silence, Duration.ofMillis(100), Duration.ofSeconds(5));
    requireWithin("longest", longest, Duration.ofSeconds(1), Duration.ofSeconds(28));
    if (initialSilence.isNegative()) {
      throw new IllegalArgumentException("initialSilence must not be negative");
    }
  }

  private static void requireWithin(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + " must be " + least.toMillis() + " to " + most.toMillis() + " ms: " + value);
    }
  }

  /** A copy with another silence. */
  public EndPointing withSilence(Duration after) {
    return new EndPointing(after, longest, initialSilence);
  }

  /** A copy with another initial silence. */
  public EndPointing withInitialSilence(Duration after) {
    return new EndPointing(silence, longest, after);
  }

  /** A copy with another longest utterance. */
  public EndPointing withLongest(Duration most) {
    return new EndPointing(silence, most, initialSilence);
  }
}
