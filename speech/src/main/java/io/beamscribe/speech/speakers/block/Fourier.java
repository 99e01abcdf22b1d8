// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

/**
 * The discrete Fourier transform of a fixed size, a power of two (Cooley and Tukey, 1965), in
 * place. Immutable.
 */
final class Fourier {
  private final int size;
  private final double[] cosines;
  private final double[] sines;

  /**
   * @param least size at least
   */
  Fourier(int least) {
    size = Math.max(2, Integer.highestOneBit(Math.max(1, least - 1)) * 2);
    cosines = new double[size / 2];
    sines = new double[size / 2];
    for (int i = 0; i < size / 2; i++) {
      cosines[i] = StrictMath.cos(2 * Math.PI * i / size);
      sines[i] = -StrictMath.sin(2 * Math.PI * i / size);
    }
  }

  int size() {
    return size;
  }

  /** Transforms complex numbers. */
  void transform(double[] real, double[] imaginary) {
    for (int i = 1, j = 0; i < size; i++) {
      int bit = size >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        swap(real, i, j);
        swap(imaginary, i, j);
      }
    }
    for (int length = 2; length <= size; length <<= 1) {
      int half = length / 2;
      int step = size / length;
      for (int from = 0; from < size; from += length) {
        for (int i = 0; i < half; i++) {
          int low = from + i;
          int high = low + half;
          double cosine = cosines[i * step];
          double sine = sines[i * step];
          double turnedReal = real[high] * cosine - imaginary[high] * sine;
          double turnedImaginary = real[high] * sine + imaginary[high] * cosine;
          real[high] = real[low] - turnedReal;
          imaginary[high] = imaginary[low] - turnedImaginary;
          real[low] += turnedReal;
          imaginary[low] += turnedImaginary;
        }
      }
    }
  }

  private static void swap(double[] values, int one, int other) {
    double value = values[one];
    values[one] = values[other];
    values[other] = value;
  }
}
