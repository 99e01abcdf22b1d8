// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import io.beamscribe.speech.audio.SampleRange;
import java.io.Serializable;
import java.time.Duration;

/**
 * What counts as speech and how it is cut into segments. Every option changes results, so all are
 * part of their fingerprint.
 *
 * @param onset probability that must be reached somewhere in a speech region
 * @param offset probability at which a region begins and ends, at most {@code onset}
 * @param minimumSpeech isolated regions shorter than this are dropped
 * @param pause silence between speech regions that is dropped; a shorter one is recognised with
 *     them. At least twice the padding
 * @param padding what is recognised before and after speech
 * @param longest longest segment
 * @param blocks into which a file is cut before its speech is found
 */
public record ActivityOptions(
    double onset,
    double offset,
    Duration minimumSpeech,
    Duration pause,
    Duration padding,
    Duration longest,
    BlockOptions blocks)
    implements Serializable {
  public static final ActivityOptions DEFAULT =
      new ActivityOptions(
          0.15,
          0.05,
          Duration.ofMillis(96),
          Duration.ofMillis(1000),
          Duration.ofMillis(300),
          Duration.ofSeconds(30));

  /**
   * For engines that hallucinate on silence, so that speech must be certain, and that recognise its
   * start and end better with silence around it. Completely full windows of 30 s are not always
   * transcribed to their end.
   */
  public static final ActivityOptions CERTAIN =
      new ActivityOptions(
          0.5,
          0.05,
          Duration.ofMillis(96),
          Duration.ofMillis(1000),
          Duration.ofMillis(500),
          Duration.ofSeconds(29),
          BlockOptions.WINDOWS);

  public ActivityOptions {
    if (!(0 < offset && offset <= onset && onset < 1)) {
      throw new IllegalArgumentException(
          "0 < offset <= onset < 1 does not hold: " + offset + ", " + onset);
    }
    if (minimumSpeech.isNegative() || padding.isNegative()) {
      throw new IllegalArgumentException("minimumSpeech and padding must not be negative");
    }
    if (pause.compareTo(padding.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException("pause must be at least twice the padding: " + pause);
    }
    if (longest.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("longest must be at least a second: " + longest);
    }
  }

  /** With blocks of similar length. */
  public ActivityOptions(
      double onset,
      double offset,
      Duration minimumSpeech,
      Duration pause,
      Duration padding,
      Duration longest) {
    this(onset, offset, minimumSpeech, pause, padding, longest, BlockOptions.ALIKE);
  }

  /** A duration in samples, rounded down. */
  public static int samples(Duration duration) {
    return Math.toIntExact(duration.toMillis() * SampleRange.RATE / 1000);
  }
}
