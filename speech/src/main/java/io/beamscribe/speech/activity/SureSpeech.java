// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import static io.beamscribe.speech.activity.SpeechDetector.WINDOW;

import io.beamscribe.speech.audio.SampleRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Where speech detection is sure that somebody speaks: what is then not in the text was left out.
 */
public final class SureSpeech {
  /** Probability from which a window counts. */
  private static final float SURE = 0.5f;

  /** Windows of a dip within a word, such as a closed stop: 96 ms. */
  private static final int DIP = 3;

  private SureSpeech() {}

  /**
   * The runs of sure windows of a block, in order; dips shorter than a pause are part of a run.
   *
   * @param block where the windows lie in the file
   * @param probabilities from {@link SpeechDetector#probabilities}
   */
  public static List<SampleRange> of(SampleRange block, float[] probabilities) {
    List<SampleRange> runs = new ArrayList<>();
    int first = -1;
    int last = -1;
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i] >= SURE) {
        if (first >= 0 && i - last - 1 > DIP) {
          runs.add(range(block, first, last + 1));
          first = i;
        }
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first >= 0) {
      runs.add(range(block, first, last + 1));
    }
    return runs;
  }

  private static SampleRange range(SampleRange block, int first, int end) {
    long start = block.start() + (long) first * WINDOW;
    return new SampleRange(start, Math.min(block.end(), block.start() + (long) end * WINDOW));
  }
}
