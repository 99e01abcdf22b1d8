package io.beamscribe.speech.activity;

import io.beamscribe.speech.audio.SampleRange;
import java.io.Serializable;
import java.time.Duration;

/**
 * What counts as speech and how it is cut into segments. All of it changes results, so all of it is
 * part of their fingerprint.
 *
 * @param onset probability that a stretch of speech must reach somewhere
 * @param offset probability at which it begins and ends, at most {@code onset}
 * @param minimumSpeech stretches that stand alone and are shorter than this are left out
 * @param pause silence between stretches of speech that is left out; a shorter one is recognised
 *     with them. At least twice the padding
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
   * For engines that write text also where nobody speaks, so that speech must be certain, and that
   * hear its beginning and its end better with silence around. Windows of 30 s that are full to the
   * brim are not always written to their end.
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

  /** With blocks that are alike. */
  public ActivityOptions(
      double onset,
      double offset,
      Duration minimumSpeech,
      Duration pause,
      Duration padding,
      Duration longest) {
    this(onset, offset, minimumSpeech, pause, padding, longest, BlockOptions.ALIKE);
  }

  static int samples(Duration duration) {
    return Math.toIntExact(duration.toMillis() * SampleRange.RATE / 1000);
  }
}
