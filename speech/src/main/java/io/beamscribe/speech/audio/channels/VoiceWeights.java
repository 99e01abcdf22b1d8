// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.channels;

import java.util.List;

/**
 * How much of each of more than two channels belongs in their sum. Films and broadcasts put speech
 * into the centre and all else around it (ITU-R BS.775), and 20 dB below speech is still enough to
 * cost words. So beside a centre that speaks, channels are left out that hum, hiss or play without
 * a pause. What has pauses may be speech from the side: it is taken 20 dB lower, or more where it
 * is loud, which is no obstacle where nothing else sounds. Without a centre, all count but those
 * that are mere noise beside others.
 */
final class VoiceWeights {
  private static final double BACKGROUND = 0.1;
  private static final double LEAST = 0.02;

  private static final int LITTLE = 10;
  private static final double FAR_LESS = 1.0 / 3;

  /** A centre that varies this much less than another channel is not where the speech is. */
  private static final double LESS = 0.6;

  private VoiceWeights() {}

  /**
   * A factor for each channel of the file; those that are not summed have 0.
   *
   * @param sounding channels to sum
   * @param centre index of the front centre; -1 if there is none
   */
  static double[] of(List<Integer> sounding, SignalStatistics signal, int centre) {
    int liveliest = sounding.stream().mapToInt(c -> signal.levels().liveliness(c)).max().orElse(0);
    boolean central =
        sounding.contains(centre)
            && signal.levels().liveliness(centre)
                >= Math.max(LevelStatistics.STEADY, LESS * liveliest);
    double[] factors = new double[signal.channels()];
    double side = central ? side(sounding, signal, centre) : 0;
    for (int channel : sounding) {
      int lively = signal.levels().liveliness(channel);
      boolean dull = lively < LITTLE && lively < FAR_LESS * liveliest;
      if (central && channel != centre) {
        factors[channel] = dull ? 0 : side;
      } else {
        factors[channel] = dull ? BACKGROUND : 1;
      }
    }
    return factors;
  }

  /** 20 dB below the centre, all others together where they are louder than it. */
  private static double side(List<Integer> sounding, SignalStatistics signal, int centre) {
    double others = sounding.stream().filter(c -> c != centre).mapToDouble(signal::energy).sum();
    double share = others == 0 ? 1 : Math.sqrt(signal.energy(centre) / others);
    return Math.max(LEAST, BACKGROUND * Math.min(1, share));
  }
}
