// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where anybody speaks: the mean of two detectors, which err in different ways, over a threshold;
 * widened a little, with pauses shorter than a breath closed.
 */
final class SpeechMask {
  private static final double THRESHOLD = .4;
  private static final int WIDER = 2;
  private static final int SHORTEST_PAUSE = 12;

  /** Probability of overlap from which two speak at once, where it is sure somewhere nearby. */
  private static final float TOGETHER = .15f;

  private static final float SURELY_TOGETHER = .6f;

  /** Samples per probability of the speech detector. */
  private static final int DETECTOR = 512;

  private final float[] certainty;
  private final float[] overlap;
  private final boolean[] together;
  private final List<Run> runs = new ArrayList<>();

  /** A half-open range of frames. */
  record Run(int from, int to) {}

  /**
   * @param detected probability of speech for each 512 samples
   * @param samples of the block
   */
  SpeechMask(List<Window> windows, float[] detected, int samples) {
    int frames = windows.get(windows.size() - 1).end();
    certainty = new float[frames];
    overlap = new float[frames];
    together = new boolean[frames];
    int[] count = new int[frames];
    for (Window window : windows) {
      for (int frame = 0; frame < Frames.WINDOW; frame++) {
        certainty[window.first + frame] += window.speech(frame);
        overlap[window.first + frame] += window.overlap(frame);
        count[window.first + frame]++;
      }
    }
    int end = Math.min(frames, Frames.at(Math.max(0, samples - Frames.HOP / 2 - 1)) + 1);
    for (int frame = 0; frame < frames; frame++) {
      overlap[frame] /= count[frame];
      int at = Math.min(detected.length - 1, Frames.middle(frame) / DETECTOR);
      certainty[frame] = (certainty[frame] / count[frame] + detected[at]) / 2;
    }
    close(end);
    findTogether();
  }

  /**
   * The network underestimates how long two speak at once, but where voices are alike it takes any
   * of them for a little of both.
   */
  private void findTogether() {
    int from = -1;
    float most = 0;
    for (int frame = 0; frame <= overlap.length; frame++) {
      boolean maybe = frame < overlap.length && overlap[frame] > TOGETHER;
      if (maybe) {
        from = from < 0 ? frame : from;
        most = Math.max(most, overlap[frame]);
      } else if (from >= 0) {
        Arrays.fill(together, from, frame, most > SURELY_TOGETHER);
        from = -1;
        most = 0;
      }
    }
  }

  private void close(int end) {
    int from = -1;
    for (int frame = 0; frame <= end; frame++) {
      boolean speech = frame < end && certainty[frame] > THRESHOLD;
      if (speech && from < 0) {
        from = frame;
      } else if (!speech && from >= 0) {
        add(Math.max(0, from - WIDER), Math.min(end, frame + WIDER));
        from = -1;
      }
    }
  }

  private void add(int from, int to) {
    int last = runs.size() - 1;
    if (last >= 0 && from - runs.get(last).to() <= SHORTEST_PAUSE) {
      runs.set(last, new Run(runs.get(last).from(), to));
    } else {
      runs.add(new Run(from, to));
    }
  }

  /** The speech of the block in order of time. */
  List<Run> runs() {
    return runs;
  }

  /** The probability that anybody speaks in a frame. */
  float certainty(int frame) {
    return certainty[frame];
  }

  /** Whether two speak at once in a frame. */
  boolean together(int frame) {
    return together[frame];
  }

  /** The probability that two speak at once in a frame. */
  float overlap(int frame) {
    return overlap[frame];
  }
}
