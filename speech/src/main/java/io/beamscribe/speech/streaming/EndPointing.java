// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import java.time.Duration;

/**
 * When an utterance ends.
 *
 * @param silence after speech, at which an utterance ends
 * @param longest utterance; at that length it ends at once
 * @param initialSilence after which a session without speech says so; zero for never
 * @param hurried whether less silence is enough when an utterance grows long, and phrases may be
 *     final before it ends: for who speaks on and on, nothing would be for half a minute
 */
public record EndPointing(
    Duration silence, Duration longest, Duration initialSilence, boolean hurried) {
  /** As the cloud service by default: half a second ends an utterance, less a long one. */
  public static final EndPointing DEFAULT =
      new EndPointing(Duration.ofMillis(500), Duration.ofSeconds(28), Duration.ZERO, true);

  /** Until then the whole silence is waited for, in milliseconds. */
  private static final long UNHURRIED = 5_000;

  /** From then on, the least. */
  private static final long HURRY = 15_000;

  /** Less is a consonant, or cuts sentences so that their words are heard wrongly. */
  private static final long LEAST = 200;

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

  /** The silence that ends an utterance that has become so long. */
  public Duration silenceAfter(Duration spoken) {
    long over = Math.min(spoken.toMillis(), HURRY) - UNHURRIED;
    if (!hurried || over <= 0) {
      return silence;
    }
    return silence.minusMillis((silence.toMillis() - LEAST) * over / (HURRY - UNHURRIED));
  }

  /** A copy with another silence, which is waited for however long the utterance. */
  public EndPointing withSilence(Duration after) {
    return new EndPointing(after, longest, initialSilence, false);
  }

  /** A copy that waits for the same silence however long the utterance. */
  public EndPointing unhurried() {
    return new EndPointing(silence, longest, initialSilence, false);
  }

  /** A copy with another initial silence. */
  public EndPointing withInitialSilence(Duration after) {
    return new EndPointing(silence, longest, after, hurried);
  }

  /** A copy with another longest utterance. */
  public EndPointing withLongest(Duration most) {
    return new EndPointing(silence, most, initialSilence, hurried);
  }
}
