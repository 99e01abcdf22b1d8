// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

/** Whether speech came over a telephone line: whether it ends at 4 kHz. */
final class Bandwidth {
  /** Samples of a spectrum. */
  private static final int SIZE = 512;

  private static final double HERTZ = 16_000.0 / SIZE;

  /** Every so many frames. */
  private static final int EVERY = 4;

  /** Energy above 4.1 kHz relative to that from 2 to 3.5 kHz: -18 dB. Telephones are below -23. */
  private static final double TELEPHONE = .016;

  private static final int LOW = (int) (2000 / HERTZ);
  private static final int HIGH = (int) (3500 / HERTZ);
  private static final int BEYOND = (int) Math.ceil(4100 / HERTZ);

  private Bandwidth() {}

  /**
   * @param samples of a block
   * @param speech probability of speech in each frame
   */
  static boolean isTelephone(float[] samples, float[] speech) {
    Fourier fourier = new Fourier(SIZE);
    double within = 0;
    double beyond = 0;
    for (int frame = 0; frame < speech.length; frame += EVERY) {
      int from = Frames.middle(frame) - SIZE / 2;
      if (speech[frame] > .5f && from >= 0 && from + SIZE <= samples.length) {
        double[] real = new double[SIZE];
        double[] imaginary = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
          double window = .5 - .5 * StrictMath.cos(2 * Math.PI * i / SIZE);
          real[i] = window * samples[from + i];
        }
        fourier.transform(real, imaginary);
        within += energy(real, imaginary, LOW, HIGH);
        beyond += energy(real, imaginary, BEYOND, SIZE / 2);
      }
    }
    return beyond < TELEPHONE * within;
  }

  private static double energy(double[] real, double[] imaginary, int from, int to) {
    double energy = 0;
    for (int i = from; i < to; i++) {
      energy += real[i] * real[i] + imaginary[i] * imaginary[i];
    }
    return energy;
  }
}
