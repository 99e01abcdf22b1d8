package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.Dendrogram.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

  /** Mean cosine from which voices are surely one. */
  private static final double SURELY = .44;

  /** Seconds of a half from which the mean cosine to the other says something. */
  private static final double HEARD = 3;

  private final SpeakerOptions options;

  SpeakerCount(SpeakerOptions options) {
    this.options = options;
  }

  /**
   * The clusters that are speakers; at least one where there is any voice, and less than there must
   * be where nothing tells them apart.
   */
  List<Cluster> speakers(Dendrogram tree) {
    int steps = tree.stepsDownTo(SAME);
    List<Node> found = lasting(tree.nodesAfter(steps));
    while (found.size() > options.maxSpeakers() && steps < tree.steps()) {
      found = lasting(tree.nodesAfter(++steps));
    }
    return divided(found).stream().map(Node::cluster).toList();
  }

  private static List<Node> lasting(List<Node> clusters) {
    double all = clusters.stream().mapToDouble(SpeakerCount::seconds).sum();
    double least = Math.max(LEAST, LEAST_SHARE * all);
    List<Node> lasting = clusters.stream().filter(node -> seconds(node) >= least).toList();
    return lasting.isEmpty()
        ? clusters.stream().max(Comparator.comparingDouble(SpeakerCount::seconds)).stream().toList()
        : lasting;
  }

  /** While there are too few, divides what is not surely one voice, the least similar first. */
  private List<Node> divided(List<Node> found) {
    List<Node> speakers = new ArrayList<>(found);
    while (speakers.size() < options.minSpeakers()) {
      Optional<Node> two =
          speakers.stream()
              .filter(node -> node.similarity() < SURELY && node.lesser() >= HEARD)
              .min(Comparator.comparingDouble(Node::similarity));
      if (two.isEmpty()) {
        break;
      }
      speakers.remove(two.get());
      speakers.addAll(two.get().parts());
    }
    return speakers;
  }

  private static double seconds(Node node) {
    return node.cluster().seconds();
  }
}
