package io.beamscribe.speech.speakers;

import java.util.Comparator;
import java.util.List;

/**
 * Decides how many speakers there are: as many clusters as are left when all that are alike enough
 * are one, without those that are too short to be somebody, or as the options want it.
 */
final class SpeakerCount {
  /**
   * Mean cosine from which voices are one. Of CAM++, stretches of one to four seconds of one voice
   * have 0.44 and more in 99 of 100 cases, of two voices 0.34 and less.
   */
  static final double SAME = .34;

  /** Seconds below which a cluster is nobody, in short audio. */
  private static final double LEAST = .7;

  /** Share of all speech below which a cluster is nobody, in long audio. */
  private static final double LEAST_SHARE = .001;

  private final SpeakerOptions options;

  SpeakerCount(SpeakerOptions options) {
    this.options = options;
  }

  /** The clusters that are speakers; at least one where there is any voice. */
  List<Cluster> speakers(Dendrogram tree) {
    int steps = tree.stepsDownTo(SAME);
    List<Cluster> found = lasting(tree.after(steps));
    while (found.size() > options.maxSpeakers() && steps < tree.steps()) {
      found = lasting(tree.after(++steps));
    }
    while (found.size() < options.minSpeakers() && steps > 0) {
      List<Cluster> more = lasting(tree.after(--steps));
      if (more.size() > options.maxSpeakers()) {
        break;
      }
      found = more.size() >= found.size() ? more : found;
    }
    return found;
  }

  private static List<Cluster> lasting(List<Cluster> clusters) {
    double all = clusters.stream().mapToDouble(Cluster::seconds).sum();
    double least = Math.max(LEAST, LEAST_SHARE * all);
    List<Cluster> lasting =
        clusters.stream().filter(cluster -> cluster.seconds() >= least).toList();
    return lasting.isEmpty()
        ? clusters.stream().max(Comparator.comparingDouble(Cluster::seconds)).stream().toList()
        : lasting;
  }
}
