// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.Dendrogram.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides the number of speakers: the clusters left when all sufficiently similar ones are merged,
 * without those too short to be a speaker, within the bounds of the options.
 */
final class SpeakerCount {
  /**
   * Mean cosine from which voices are the same. With CAM++, chunks of one to four seconds have 0.44
   * or more in 99 of 100 cases if of one voice, 0.34 or less if of two.
   */
  static final double SAME = .34;

  /** Seconds below which a cluster is discarded, in short audio. */
  private static final double LEAST = .7;

  /** Share of all speech below which a cluster is discarded, in long audio. */
  private static final double LEAST_SHARE = .001;

  /** Mean cosine from which voices are certainly the same. */
  private static final double SURELY = .44;

  /** Seconds of a half from which the mean cosine to the other half is meaningful. */
  private static final double LONG_ENOUGH = 3;

  private final SpeakerOptions options;

  SpeakerCount(SpeakerOptions options) {
    this.options = options;
  }

  /**
   * The clusters that are speakers; at least one if there is any voice, and fewer than the minimum
   * if they cannot be separated.
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

  /**
   * While there are too few, splits clusters that are not certainly one voice, the least similar
   * first.
   */
  private List<Node> divided(List<Node> found) {
    List<Node> speakers = new ArrayList<>(found);
    while (speakers.size() < options.minSpeakers()) {
      Optional<Node> two =
          speakers.stream()
              .filter(node -> node.similarity() < SURELY && node.lesser() >= LONG_ENOUGH)
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
