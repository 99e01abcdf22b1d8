// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.clustering;

import io.beamscribe.speech.speakers.clustering.ChannelPieces.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Decides how many voices there are in a channel, and which pieces are of which. The voices
 * themselves decide ({@link VoiceMixture}), in a space in which they can be compared whatever the
 * channel. Where windows of ten seconds keep hearing two who are one by that, there is one voice
 * more, and so where a piece is unlike all others ({@link UnlikeVoices}). Bounds that are given are
 * kept. A pure function of its arguments.
 */
public final class VoiceClusters {
  /** Cosine of pieces to begin with that are surely of one voice. */
  private static final double SURELY = .6;

  /** The most voices to begin with. */
  private static final int MOST = 60;

  /** Samples of a chapter, within which pieces are compared one by one: twelve minutes. */
  private static final long CHAPTER = 12 * 60 * 16_000L;

  /** Seconds of speech in which nothing is heard so often that it looks like a voice of its own. */
  private static final double SHORT = 600;

  /**
   * Log odds above which the means of two voices are surely of one, in speech that is not longer:
   * {@link VoiceMixture} divides a voice now and then whose sentences are of two moods.
   */
  private static final double ONE = 20;

  /**
   * Seconds of speech from which the mean of the file says as much of its channel as the mean of
   * its band does: in short audio few speak, and the mean is theirs.
   */
  private static final double OWN_MEAN = 120;

  /**
   * Share of windows that hear two in one voice from which it is two, beside one window that may
   * err. In audio of one speaker it is hardly more, in conversations mostly.
   */
  private static final double CONTRADICTED = .15;

  /** Share of that which one voice more leaves at most. */
  private static final double BETTER = .7;

  /** How alike pieces of two voices are at most, in relation to those of one. */
  private static final double ALIKE = .85;

  /** Seconds from which it can be told whether two voices differ. */
  private static final double LONG_ENOUGH = 3;

  /** Seconds below which a voice is discarded: in short audio, as a share of it, and in long. */
  private static final double LEAST = .7;

  private static final double LEAST_SHARE = .02;
  private static final double LEAST_OF_LONG = 3;

  private final ChannelPieces pieces;
  private final WindowEvidence evidence;
  private final double[] seconds;
  private final double spoken;
  private final double[] variances;
  private final double[][] at;

  /** The same, as far as coordinates tell voices apart. */
  private final double[][] telling;

  private final int[] found;

  public VoiceClusters(ChannelPieces pieces, WindowEvidence evidence) {
    this.pieces = pieces;
    this.evidence = evidence;
    this.seconds = pieces.seconds();
    spoken = Arrays.stream(seconds).sum();
    VoiceSpace space = VoiceSpace.learnt();
    variances = space.variances();
    double[] own = pieces.mean();
    double[] mean = space.bandMean(own);
    for (int i = 0; i < mean.length; i++) {
      mean[i] += spoken / (spoken + OWN_MEAN) * (own[i] - mean[i]);
    }
    at =
        pieces.all().stream()
            .map(piece -> space.coordinates(piece.print(), mean))
            .toArray(double[][]::new);
    telling = new double[at.length][variances.length];
    for (int i = 0; i < at.length; i++) {
      for (int j = 0; j < variances.length; j++) {
        telling[i][j] = at[i][j] * Math.sqrt(variances[j] / (1 + variances[j]));
      }
    }
    found = found();
  }

  private int[] found() {
    if (pieces.count() == 0) {
      return new int[0];
    }
    int[] labels = lasting(mixture(beginning()));
    double least = spoken > SHORT ? 0 : ONE;
    labels = numbered(AlikeVoices.joined(at, seconds, variances, labels, least));
    while (count(labels) < pieces.count() && count(labels) < MOST) {
      double against = evidence.contradicting(labels);
      if (against < CONTRADICTED + 1.0 / Math.max(1, evidence.windows())) {
        break;
      }
      int[] more = divided(count(labels) + 1);
      if (evidence.contradicting(more) > BETTER * against) {
        break;
      }
      labels = more;
    }
    return numbered(UnlikeVoices.apart(at, seconds, variances, labels));
  }

  private int[] mixture(int[] labels) {
    return numbered(VoiceMixture.found(at, seconds, variances, evidence, labels));
  }

  /** Clusters of average linkage, by chapter and then over the file. */
  private int[] beginning() {
    TreeMap<Long, List<Integer>> chapters = new TreeMap<>();
    for (int i = 0; i < pieces.count(); i++) {
      chapters.computeIfAbsent(pieces.piece(i).start() / CHAPTER, key -> new ArrayList<>()).add(i);
    }
    List<Cluster> clusters = new ArrayList<>();
    List<List<Integer>> members = new ArrayList<>();
    for (List<Integer> chapter : chapters.values()) {
      List<Cluster> leaves = chapter.stream().map(this::leaf).toList();
      Dendrogram tree = new Dendrogram(leaves);
      for (List<Integer> group : tree.groupsAfter(tree.stepsDownTo(SURELY))) {
        members.add(group.stream().map(chapter::get).toList());
        clusters.add(group.stream().map(leaves::get).reduce(Cluster::with).orElseThrow());
      }
    }
    Dendrogram tree = new Dendrogram(clusters);
    int steps = Math.max(tree.stepsDownTo(SURELY), clusters.size() - MOST);
    int[] labels = new int[pieces.count()];
    List<List<Integer>> groups = tree.groupsAfter(steps);
    for (int voice = 0; voice < groups.size(); voice++) {
      for (int cluster : groups.get(voice)) {
        for (int piece : members.get(cluster)) {
          labels[piece] = voice;
        }
      }
    }
    return labels;
  }

  private Cluster leaf(int number) {
    Piece piece = pieces.piece(number);
    return Cluster.of(piece.print(), piece.seconds());
  }

  /** Pieces of voices that are too short go to the others. */
  private int[] lasting(int[] labels) {
    double[] lengths = new double[count(labels)];
    for (int i = 0; i < labels.length; i++) {
      lengths[labels[i]] += seconds[i];
    }
    double share = LEAST_SHARE * Arrays.stream(lengths).sum();
    double least = Math.max(LEAST, Math.min(LEAST_OF_LONG, share));
    int[] kept =
        IntStream.range(0, lengths.length).filter(voice -> lengths[voice] >= least).toArray();
    if (kept.length == 0 || kept.length == lengths.length) {
      return labels;
    }
    List<double[]> centroids = centroids(labels);
    int[] lasting = labels.clone();
    for (int i = 0; i < labels.length; i++) {
      if (lengths[labels[i]] < least) {
        int piece = i;
        double[] cosines =
            Arrays.stream(kept)
                .mapToDouble(
                    voice -> Scores.product(centroids.get(voice), pieces.piece(piece).print()))
                .toArray();
        lasting[i] = kept[Scores.best(cosines)];
      }
    }
    return numbered(lasting);
  }

  /**
   * The voice of each piece. Fewer voices than the least number if what there is cannot be told
   * apart.
   */
  public int[] labels(int least, int most) {
    if (count(found) > most) {
      return divided(most);
    }
    for (int voices = Math.min(least, pieces.count()); voices > count(found); ) {
      int[] labels = divided(voices--);
      if (differ(labels)) {
        return labels;
      }
    }
    return found;
  }

  private int[] divided(int voices) {
    return numbered(NearestMeans.labels(telling, seconds, voices));
  }

  /**
   * Whether there is enough of each voice, and pieces of any two are less alike than those of one.
   */
  private boolean differ(int[] labels) {
    List<Cluster> clusters = clusters(labels);
    double[] within = new double[clusters.size()];
    for (int voice = 0; voice < within.length; voice++) {
      if (clusters.get(voice).seconds() < LONG_ENOUGH) {
        return false;
      }
      within[voice] = within(labels, voice, clusters.get(voice));
    }
    for (int one = 0; one < within.length; one++) {
      for (int other = 0; other < one; other++) {
        double between = clusters.get(one).similarity(clusters.get(other));
        if (between > ALIKE * Math.min(within[one], within[other])) {
          return false;
        }
      }
    }
    return true;
  }

  /** The mean cosine between two pieces of a voice; what it usually is if there is only one. */
  private double within(int[] labels, int voice, Cluster cluster) {
    double own = 0;
    for (int i = 0; i < labels.length; i++) {
      own += labels[i] == voice ? seconds[i] * seconds[i] : 0;
    }
    double all = cluster.seconds() * cluster.seconds();
    return all - own < 1e-9
        ? SURELY
        : (Scores.product(cluster.sum(), cluster.sum()) - own) / (all - own);
  }

  /** The voices, by label. */
  public List<Cluster> clusters(int[] labels) {
    Cluster[] clusters = new Cluster[count(labels)];
    for (int i = 0; i < labels.length; i++) {
      Cluster leaf = leaf(i);
      clusters[labels[i]] = clusters[labels[i]] == null ? leaf : clusters[labels[i]].with(leaf);
    }
    return List.of(clusters);
  }

  private List<double[]> centroids(int[] labels) {
    return clusters(labels).stream().map(Cluster::centroid).toList();
  }

  private static int count(int[] labels) {
    return Arrays.stream(labels).max().orElse(-1) + 1;
  }

  /** Labels from 0 on, in the order of the first pieces. */
  private static int[] numbered(int[] labels) {
    List<Integer> seen = new ArrayList<>();
    int[] numbered = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      if (!seen.contains(labels[i])) {
        seen.add(labels[i]);
      }
      numbered[i] = seen.indexOf(labels[i]);
    }
    return numbered;
  }
}
