// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where anybody speaks: the mean of the log odds of two detectors, which err in different ways, and
 * what the level tells ({@link LevelOdds}), over a threshold; widened a little, with pauses shorter
 * than a breath closed.
 */
final class SpeechMask {
  private static final double THRESHOLD = odds(.3);

  /** Probability by the detectors below which speech is faint. */
  private static final double FAINT = .4;

  /** Probabilities are trusted up to this, from either side. */
  private static final double DOUBT = .001;

  private static final int WIDER = 2;
  private static final int SHORTEST_PAUSE = 12;

  /** Probability of overlap from which two speak at once, where it is sure somewhere nearby. */
  private static final float TOGETHER = .15f;

  private static final float SURELY_TOGETHER = .5f;

  /** The same over a telephone, where the network takes voices that are alike for two at once. */
  private static final float TOGETHER_BY_TELEPHONE = .7f;

  /** Samples per probability of the speech detector. */
  private static final int DETECTOR = 512;

  private final float[] certainty;

  /** Sums of the log odds of speech of the frames before each. */
  private final double[] sums;

  private final int end;
  private final float[] overlap;
  private final boolean[] together;
  private final List<Run> runs = new ArrayList<>();

  /**
   * @param detected probability of speech for each 512 samples
   * @param samples of the block, in the scale of 16-bit integers
   */
  SpeechMask(List<Window> windows, float[] detected, float[] samples) {
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
    end = Math.min(frames, Frames.at(Math.max(0, samples.length - Frames.HOP / 2 - 1)) + 1);
    sums = new double[end + 1];
    for (int frame = 0; frame < end; frame++) {
      overlap[frame] /= count[frame];
      float segmented = certainty[frame] / count[frame];
      float detector = detected[Math.min(detected.length - 1, Frames.middle(frame) / DETECTOR)];
      sums[frame + 1] = (odds(segmented) + odds(detector)) / 2;
      certainty[frame] = (segmented + detector) / 2;
    }
    LevelOdds level = new LevelOdds(samples, Arrays.copyOf(certainty, end));
    for (int frame = 0; frame < end; frame++) {
      sums[frame + 1] += sums[frame] + level.of(frame);
    }
    close();
    if (Bandwidth.isTelephone(samples, Arrays.copyOf(certainty, end))) {
      findTogether(TOGETHER_BY_TELEPHONE, TOGETHER_BY_TELEPHONE);
    } else {
      findTogether(TOGETHER, SURELY_TOGETHER);
    }
  }

  private static double odds(double probability) {
    double trusted = Math.max(DOUBT, Math.min(1 - DOUBT, probability));
    return Math.log(trusted / (1 - trusted));
  }

  /**
   * The network underestimates how long two speak at once, but where voices are alike it takes any
   * of them for a little of both.
   */
  private void findTogether(float least, float surely) {
    for (Run run : Run.where(0, end, frame -> overlap[frame] > least)) {
      float most = 0;
      for (int frame = run.from(); frame < run.to(); frame++) {
        most = Math.max(most, overlap[frame]);
      }
      Arrays.fill(together, run.from(), run.to(), most > surely);
    }
  }

  private void close() {
    for (Run run : Run.where(0, end, frame -> odds(frame, frame + 1) > THRESHOLD)) {
      add(Math.max(0, run.from() - WIDER), Math.min(end, run.to() + WIDER));
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

  /** The mean log odds that anybody speaks in some frames, where they are in the block. */
  double odds(int from, int to) {
    int first = Math.max(0, Math.min(end - 1, from));
    int last = Math.max(first + 1, Math.min(end, to));
    return (sums[last] - sums[first]) / (last - first);
  }

  /** Where, within runs, faint speech of at least so many frames begins and ends. */
  boolean[] edgesOfFaint(int least) {
    boolean[] edges = new boolean[overlap.length + 1];
    for (Run run : runs) {
      for (Run faint : Run.where(run.from(), run.to(), frame -> certainty[frame] <= FAINT)) {
        edges[faint.from()] |= faint.length() >= least;
        edges[faint.to()] |= faint.length() >= least;
      }
    }
    return edges;
  }

  /** The probability that anybody speaks in a frame, by the detectors. */
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
