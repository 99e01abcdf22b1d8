// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.recognition.SpeechSegment;
import java.util.Arrays;

/** Where a segment is loud enough to be speech, in frames of {@link Alignment}. */
final class SpeechLevel {
  /** Samples. */
  static final int FRAME = 320;

  /**
   * Energy ratios of pauses to loud frames: at 26 dB below it is always a pause, at less than 12
   * never.
   */
  private static final double FAR_BELOW_LOUD = 0.0025;

  private static final double BELOW_LOUD = 0.06;

  /** Frames within 6 dB of the quiet ones are noise. */
  private static final double ABOVE_NOISE = 4;

  private final boolean[] loud;

  SpeechLevel(SpeechSegment segment) {
    float[] samples = segment.samples();
    double[] levels = new double[(samples.length + FRAME - 1) / FRAME];
    for (int i = 0; i < samples.length; i++) {
      levels[i / FRAME] += samples[i] * (double) samples[i];
    }
    double[] sorted = levels.clone();
    Arrays.sort(sorted);
    double high = sorted.length == 0 ? 0 : sorted[(int) (0.95 * (sorted.length - 1))];
    double noise = sorted.length == 0 ? 0 : sorted[(int) (0.05 * (sorted.length - 1))];
    double least =
        Math.max(high * FAR_BELOW_LOUD, Math.min(noise * ABOVE_NOISE, high * BELOW_LOUD));
    loud = new boolean[levels.length];
    for (int i = 0; i < levels.length; i++) {
      loud[i] = levels[i] > least;
    }
  }

  /** The first loud frame of a half-open range; its first frame if none is loud. */
  int firstLoud(int from, int to) {
    for (int frame = Math.max(0, from); frame < Math.min(to, loud.length); frame++) {
      if (loud[frame]) {
        return frame;
      }
    }
    return from;
  }

  /** The end of the last loud frame of a half-open range; its end if none is loud. */
  int lastLoudEnd(int from, int to) {
    for (int frame = Math.min(to, loud.length) - 1; frame >= Math.max(0, from); frame--) {
      if (loud[frame]) {
        return frame + 1;
      }
    }
    return to;
  }

  /** Seconds of loud frames. */
  double loudSeconds() {
    int count = 0;
    for (boolean each : loud) {
      count += each ? 1 : 0;
    }
    return count * Alignment.FRAME_SECONDS;
  }
}
