// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

/**
 * Natural logarithms of the probabilities of phones in each frame, and of silence as the last one.
 *
 * @param log a row for each frame of 20 ms
 */
public record Posteriors(float[][] log) {
  /** Number of silence among the phones. */
  public static final int SILENCE = 39;

  public int frames() {
    return log.length;
  }

  /** Mean over some frames of the logarithm of a phone. */
  public double mean(int phone, int from, int to) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += log[t][phone];
    }
    return sum / (to - from);
  }
}
