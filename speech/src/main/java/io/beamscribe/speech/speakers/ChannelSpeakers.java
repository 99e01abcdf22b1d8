package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.speakers.block.BlockVoices.Stretch;
import io.beamscribe.speech.speakers.block.Voiceprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The speakers of one channel. Stretches that are long enough are clustered in chapters of twelve
 * minutes, and what comes of these again over the file, so that memory and time grow with the
 * length of the file and not with its square; short ones follow ({@link ShortStretches}). Where two
 * speak at once, the second is found by the windows ({@link SecondSpeakers}).
 */
final class ChannelSpeakers {
  private static final long CHAPTER = 12 * 60 * 16_000L;

  /** Seconds from which a stretch says by itself whose it is. */
  static final double LONG = .5;

  private final List<BlockVoices> blocks;
  private final Dendrogram tree;
  private final List<Cluster> clusters;
  private final int count;
  private final List<Turn> turns;

  /**
   * @param blocks of one channel in order of time
   * @param options how many speakers there must and may be; less than there must be where there is
   *     not speech enough
   */
  ChannelSpeakers(List<BlockVoices> blocks, SpeakerOptions options) {
    this(blocks, tree(blocks), options);
  }

  /** The same channel with another number of speakers. */
  ChannelSpeakers with(SpeakerOptions options) {
    return new ChannelSpeakers(blocks, tree, options);
  }

  private ChannelSpeakers(List<BlockVoices> blocks, Dendrogram tree, SpeakerOptions options) {
    this.blocks = blocks;
    this.tree = tree;
    clusters = new SpeakerCount(options).speakers(tree);
    List<double[]> centroids = clusters.stream().map(Cluster::centroid).toList();
    List<int[]> labels = new ArrayList<>();
    for (BlockVoices block : blocks) {
      labels.add(labels(block.stretches(), centroids));
    }
    int known = Math.max(1, clusters.size());
    SecondSpeakers second = new SecondSpeakers(blocks, labels, known, options);
    List<Turn> heard = turns(blocks, labels);
    UnheardSpeakers all =
        new UnheardSpeakers(heard, second.guesses(), second.speakers(), options.minSpeakers());
    count = all.speakers();
    turns = Turn.joined(Stream.concat(all.turns().stream(), second.turns().stream()).toList());
  }

  private static Dendrogram tree(List<BlockVoices> blocks) {
    List<List<Cluster>> chapters = chapters(blocks, LONG);
    if (chapters.isEmpty()) {
      chapters = chapters(blocks, 0);
    }
    if (chapters.size() < 2) {
      return new Dendrogram(chapters.stream().flatMap(List::stream).toList());
    }
    List<Cluster> clusters = new ArrayList<>();
    for (List<Cluster> leaves : chapters) {
      Dendrogram tree = new Dendrogram(leaves);
      clusters.addAll(tree.after(tree.stepsDownTo(SpeakerCount.SAME)));
    }
    return new Dendrogram(clusters);
  }

  /** The voices of stretches, by the chapter that they begin in. */
  private static List<List<Cluster>> chapters(List<BlockVoices> blocks, double least) {
    TreeMap<Long, List<Cluster>> chapters = new TreeMap<>();
    for (BlockVoices block : blocks) {
      for (Stretch stretch : block.stretches()) {
        if (stretch.voice() != null && stretch.seconds() > 0 && stretch.seconds() >= least) {
          chapters
              .computeIfAbsent(stretch.start() / CHAPTER, key -> new ArrayList<>())
              .add(Cluster.of(Voiceprint.floats(stretch.voice()), stretch.seconds()));
        }
      }
    }
    return List.copyOf(chapters.values());
  }

  private static int[] labels(List<Stretch> stretches, List<double[]> centroids) {
    int[] labels = new int[stretches.size()];
    if (centroids.isEmpty()) {
      return labels; // nobody was heard well enough: they are taken for one
    }
    Arrays.fill(labels, -1);
    for (int i = 0; i < labels.length; i++) {
      Stretch stretch = stretches.get(i);
      if (stretch.voice() != null && stretch.seconds() >= LONG) {
        labels[i] = Scores.best(Cluster.cosines(centroids, Voiceprint.floats(stretch.voice())));
      }
    }
    new ShortStretches(stretches, centroids).label(labels);
    return labels;
  }

  /** How many speakers there are. */
  int count() {
    return count;
  }

  /** Seconds of speech of a speaker, on average. */
  double share() {
    return clusters.stream().mapToDouble(Cluster::seconds).sum() / count();
  }

  /** What each of them sounds like. */
  List<SpeakerVoice> voices() {
    List<SpeakerVoice> voices = new ArrayList<>();
    int channel = blocks.get(0).channel();
    for (int i = 0; i < count(); i++) {
      voices.add(
          i < clusters.size()
              ? new SpeakerVoice(
                  i,
                  channel,
                  clusters.get(i).seconds(),
                  Voiceprint.text(clusters.get(i).centroid()))
              : new SpeakerVoice(i, channel, 0, null));
    }
    return voices;
  }

  /** The turns of this channel, in no order. */
  List<Turn> turns() {
    return turns;
  }

  private static List<Turn> turns(List<BlockVoices> blocks, List<int[]> labels) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      List<Stretch> stretches = blocks.get(i).stretches();
      for (int j = 0; j < stretches.size(); j++) {
        Stretch stretch = stretches.get(j);
        turns.add(
            new Turn(labels.get(i)[j], blocks.get(i).channel(), stretch.start(), stretch.end()));
      }
    }
    return turns;
  }
}
