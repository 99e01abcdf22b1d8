// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import java.util.Random;

/** Signals for tests, as 16-bit samples. */
public final class Sounds {
  private Sounds() {}

  public static short[] tone(double hertz, int rate, double seconds, double amplitude) {
    short[] samples = new short[(int) Math.round(rate * seconds)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return samples;
  }

  /** Noise in syllables and pauses, as uneven as speech is. */
  public static short[] babble(long seed, int rate, double seconds, double amplitude) {
    Random random = new Random(seed);
    short[] samples = new short[(int) Math.round(rate * seconds)];
    double low = 0;
    int at = 0;
    while (at < samples.length) {
      int length = (int) (rate * (0.08 + 0.25 * random.nextDouble()));
      double gain = random.nextInt(4) == 0 ? 0.001 : 0.1 + 0.9 * random.nextDouble();
      for (int i = 0; i < length && at < samples.length; i++, at++) {
        low = 0.9 * low + 0.1 * random.nextGaussian();
        double shape = Math.sin(Math.PI * i / length);
        double sample = amplitude * gain * shape * low * 2;
        samples[at] = (short) Math.max(-32768, Math.min(32767, Math.round(sample)));
      }
    }
    return samples;
  }
}
