// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.block.BlockVoices.SpeechChunk;
import io.beamscribe.speech.speakers.block.Voiceprint;
import io.beamscribe.speech.speakers.clustering.Cluster;
import io.beamscribe.speech.speakers.clustering.Scores;
import java.util.List;

/**
 * Assigns chunks that are too short to be clustered by their own voice: by their voice as far as it
 * is audible, by the speakers of their track nearby, and to a small extent by who speaks near them.
 */
final class ShortChunks {
  /** Weight of an adjacent chunk of the same track, and of another track, relative to a cosine. */
  private static final double SAME_TRACK = .5;

  private static final double OTHER_TRACK = .05;

  /** Samples over which a neighbour's weight falls by a factor of e: two seconds. */
  private static final double FADING = 32_000;

  /** Samples beyond which neighbours have no weight. */
  private static final double FAR = 20 * FADING;

  private final List<SpeechChunk> stretches;
  private final List<double[]> centroids;

  /**
   * @param stretches chunks of one block in order of time
   */
  ShortChunks(List<SpeechChunk> stretches, List<double[]> centroids) {
    this.stretches = stretches;
    this.centroids = centroids;
  }

  /** Fills in the negative labels; the others are given. */
  void label(int[] labels) {
    int[] known = labels.clone();
    for (int i = 0; i < labels.length; i++) {
      if (known[i] < 0) {
        labels[i] = Scores.best(scores(i, known));
      }
    }
  }

  private double[] scores(int index, int[] known) {
    SpeechChunk stretch = stretches.get(index);
    double[] scores = new double[centroids.size()];
    if (stretch.voice() != null) {
      double[] cosines = Cluster.cosines(centroids, Voiceprint.numbers(stretch.voice()));
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

  private void add(double[] scores, SpeechChunk stretch, int neighbour, int label) {
    if (label >= 0) {
      boolean same = stretches.get(neighbour).track() == stretch.track();
      scores[label] +=
          (same ? SAME_TRACK : OTHER_TRACK) * Math.exp(-distance(stretch, neighbour) / FADING);
    }
  }

  private double distance(SpeechChunk stretch, int other) {
    return Math.abs(middle(stretch) - middle(stretches.get(other)));
  }

  private static double middle(SpeechChunk stretch) {
    return (stretch.start() + stretch.end()) / 2.0;
  }
}
