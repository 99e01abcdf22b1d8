// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.recognition.SpeechSegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a recording into stretches that are recognised at once. */
final class Stretches {
  /** The longest: 30 s. */
  private static final int LONGEST = 30 * SampleRange.RATE;

  /** Where a longer one may be cut: in its last ten seconds. */
  private static final int SEARCH = 10 * SampleRange.RATE;

  private static final int STEP = SampleRange.RATE / 5;

  private Stretches() {}

  /** At most 30 s each, cut where it is quiet. */
  static List<SpeechSegment> of(float[] samples) {
    List<SpeechSegment> stretches = new ArrayList<>();
    int from = 0;
    do {
      int to = samples.length - from <= LONGEST ? samples.length : quiet(samples, from);
      stretches.add(new SpeechSegment(0, from, Arrays.copyOfRange(samples, from, to)));
      from = to;
    } while (from < samples.length);
    return stretches;
  }

  private static int quiet(float[] samples, int from) {
    int best = from + LONGEST;
    double least = Double.POSITIVE_INFINITY;
    for (int at = from + LONGEST - STEP; at >= from + LONGEST - SEARCH; at -= STEP / 2) {
      double energy = 0;
      for (int i = at; i < at + STEP; i++) {
        energy += samples[i] * (double) samples[i];
      }
      if (energy < least) {
        least = energy;
        best = at + STEP / 2;
      }
    }
    return best;
  }
}
