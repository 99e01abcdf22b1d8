// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

/**
 * Noise that takes the place of Kaldi's dither: like it nearly Gaussian, but a function of channel
 * and position only, so that a sample gets the same noise in whatever segment, thread or run it is
 * recognised. Each value is the sum of four 16-bit uniform numbers (Irwin-Hall), cut from a
 * SplitMix64 hash of the position: integer arithmetic, the same on every machine.
 */
final class SeededNoise {
  /** Steps from one position to the next in SplitMix64: 2^64 divided by the golden ratio. */
  private static final long STEP = 0x9E3779B97F4A7C15L;

  /** Mean of the sum of four numbers from 0 to 65535. */
  private static final float MEAN = 2 * 65535f;

  /** Standard deviation of the same sum: 65536 times the root of 4/12. */
  private static final float DEVIATION = (float) (65536 * Math.sqrt(4 / 12.0));

  /** In steps of 16 bits, -84 dB of full scale; Kaldi's own dither has 1. */
  private static final float USED = 2;

  private final long seed;
  private final float scale;

  /**
   * @param deviation standard deviation of the noise, in the scale of 16-bit integers
   */
  SeededNoise(int channel, float deviation) {
    this.seed = mix((channel + 1) * STEP);
    this.scale = deviation / DEVIATION;
  }

  /** The noise with which the samples of a channel are recognised. */
  static SeededNoise of(int channel) {
    return new SeededNoise(channel, USED);
  }

  /** Adds noise to the first {@code count} samples, of which the first lies at {@code position}. */
  void addTo(float[] samples, int count, long position) {
    for (int i = 0; i < count; i++) {
      samples[i] += at(position + i);
    }
  }

  float at(long position) {
    long bits = mix(seed + position * STEP);
    long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
    return (sum - MEAN) * scale;
  }

  /** The output function of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
