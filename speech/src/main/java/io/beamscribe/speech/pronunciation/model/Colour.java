// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

/** The mean and the deviation of an encoder's states. */
final class Colour {
  private Colour() {}

  /**
   * Means of all numbers, and then their deviations.
   *
   * @param hidden frame after frame
   * @param width numbers of a frame
   * @param from first frame
   * @param to frame after the last
   */
  static double[] of(float[] hidden, int width, int from, int to) {
    double[] numbers = new double[2 * width];
    for (int t = from; t < to; t++) {
      for (int i = 0; i < width; i++) {
        numbers[i] += hidden[t * width + i];
      }
    }
    for (int i = 0; i < width; i++) {
      numbers[i] /= to - from;
    }
    for (int t = from; t < to; t++) {
      for (int i = 0; i < width; i++) {
        double off = hidden[t * width + i] - numbers[i];
        numbers[width + i] += off * off;
      }
    }
    for (int i = width; i < numbers.length; i++) {
      numbers[i] = Math.sqrt(numbers[i] / (to - from));
    }
    return numbers;
  }
}
