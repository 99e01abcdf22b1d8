// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

/** How well each speaker fits, by number. */
final class Scores {
  private Scores() {}

  /** The speaker with the highest score; the first of several, so that results are stable. */
  static int best(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    return best;
  }
}
