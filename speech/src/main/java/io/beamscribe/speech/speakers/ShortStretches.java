package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.block.BlockVoices.Stretch;
import io.beamscribe.speech.speakers.block.Voiceprint;
import java.util.List;

/**
 * Decides whose the stretches are that are too short to say it by themselves: by their voice as far
 * as it was heard, by who else has their track near them, and a little by who speaks near them.
 */
final class ShortStretches {
  /** What a stretch of the same track weighs beside it; that of another track; against a cosine. */
  private static final double SAME_TRACK = .5;

  private static final double OTHER_TRACK = .05;

  /** Samples in which a neighbour's weight falls to the e-th part: two seconds. */
  private static final double FADING = 32_000;

  /** Samples beyond which neighbours weigh nothing. */
  private static final double FAR = 20 * FADING;

  private final List<Stretch> stretches;
  private final List<double[]> centroids;

  /**
   * @param stretches of one block in order of time
   */
  ShortStretches(List<Stretch> stretches, List<double[]> centroids) {
    this.stretches = stretches;
    this.centroids = centroids;
  }

  /** Puts speakers in place of what is below zero; the others are known. */
  void label(int[] labels) {
    int[] known = labels.clone();
    for (int i = 0; i < labels.length; i++) {
      if (known[i] < 0) {
        labels[i] = Scores.best(scores(i, known));
      }
    }
  }

  private double[] scores(int index, int[] known) {
    Stretch stretch = stretches.get(index);
    double[] scores = new double[centroids.size()];
    if (stretch.voice() != null) {
      double[] cosines = Cluster.cosines(centroids, Voiceprint.floats(stretch.voice()));
      for (int i = 0; i < scores.length; i++) {
        scores[i] = cosines[i] * Math.min(1, stretch.seconds());
      }
    }
    for (int i = index - 1; i >= 0 && distance(stretch, i) < FAR; i--) {
      add(scores, stretch, i, known[i]);
    }
    for (int i = index + 1; i < known.length && distance(stretch, i) < FAR; i++) {
      add(scores, stretch, i, known[i]);
    }
    return scores;
  }

  private void add(double[] scores, Stretch stretch, int neighbour, int label) {
    if (label >= 0) {
      boolean same = stretches.get(neighbour).track() == stretch.track();
      scores[label] +=
          (same ? SAME_TRACK : OTHER_TRACK) * Math.exp(-distance(stretch, neighbour) / FADING);
    }
  }

  private double distance(Stretch stretch, int other) {
    return Math.abs(middle(stretch) - middle(stretches.get(other)));
  }

  private static double middle(Stretch stretch) {
    return (stretch.start() + stretch.end()) / 2.0;
  }
}
