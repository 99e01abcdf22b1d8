// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

/**
 * A quarter of the samples of a channel, up to 1.7 kHz, with a flat spectrum: what survives any
 * line, and enough to find the same sound in another channel. Immutable.
 */
public final class LowSound {
  /** Samples for each of these. */
  static final int FACTOR = 4;

  private static final int TAPS = 63;
  private static final double CUTOFF = 1700.0 / 16_000;
  private static final float FLATTENED = .9f;
  private static final float[] FILTER = filter();

  private final float[] samples;

  private LowSound(float[] samples) {
    this.samples = samples;
  }

  /**
   * @param samples at 16 kHz
   */
  public static LowSound of(float[] samples) {
    float[] low = new float[samples.length / FACTOR];
    for (int i = 0; i < low.length; i++) {
      float sum = 0;
      int first = i * FACTOR - TAPS / 2;
      for (int tap = Math.max(0, -first); tap < TAPS && first + tap < samples.length; tap++) {
        sum += FILTER[tap] * samples[first + tap];
      }
      low[i] = sum;
    }
    for (int i = low.length - 1; i > 0; i--) {
      low[i] -= FLATTENED * low[i - 1];
    }
    return new LowSound(low);
  }

  int length() {
    return samples.length;
  }

  /** A sample; 0 outside of the sound. */
  float at(int index) {
    return index < 0 || index >= samples.length ? 0 : samples[index];
  }

  /** A windowed sinc (Hamming). */
  private static float[] filter() {
    double[] taps = new double[TAPS];
    double sum = 0;
    for (int i = 0; i < TAPS; i++) {
      double at = i - TAPS / 2;
      double sinc =
          at == 0 ? 2 * CUTOFF : StrictMath.sin(2 * Math.PI * CUTOFF * at) / (Math.PI * at);
      taps[i] = sinc * (.54 - .46 * StrictMath.cos(2 * Math.PI * i / (TAPS - 1)));
      sum += taps[i];
    }
    float[] filter = new float[TAPS];
    for (int i = 0; i < TAPS; i++) {
      filter[i] = (float) (taps[i] / sum);
    }
    return filter;
  }
}
