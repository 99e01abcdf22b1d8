// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.speakers.block.BlockVoices.SpeechChunk;
import io.beamscribe.speech.speakers.block.Voiceprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The speakers of one channel. Chunks that are long enough are clustered in chapters of twelve
 * minutes, and the resulting clusters are clustered again over the file, so that memory and time
 * grow linearly with its length; short chunks are assigned afterwards ({@link ShortChunks}). Where
 * two speak at once, the windows identify the second ({@link SecondSpeakers}).
 */
final class ChannelSpeakers {
  private static final long CHAPTER = 12 * 60 * 16_000L;

  /** Seconds from which a chunk is clustered by its own voice. */
  static final double LONG = .5;

  private final List<BlockVoices> blocks;
  private final Dendrogram tree;
  private final List<Cluster> clusters;
  private final int count;
  private final List<Turn> turns;

  /**
   * @param blocks of one channel in order of time
   * @param options bounds on the number of speakers; fewer than the minimum if there is not enough
   *     speech
   */
  ChannelSpeakers(List<BlockVoices> blocks, SpeakerOptions options) {
    this(blocks, tree(blocks), options);
  }

  /** Returns the same channel with another number of speakers. */
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
    List<Turn> alone = turns(blocks, labels);
    AddedSpeakers all =
        new AddedSpeakers(alone, second.guesses(), second.speakers(), options.minSpeakers());
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

  /** The voices of chunks, by the chapter in which they start. */
  private static List<List<Cluster>> chapters(List<BlockVoices> blocks, double least) {
    TreeMap<Long, List<Cluster>> chapters = new TreeMap<>();
    for (BlockVoices block : blocks) {
      for (SpeechChunk stretch : block.stretches()) {
        if (stretch.voice() != null && stretch.seconds() > 0 && stretch.seconds() >= least) {
          chapters
              .computeIfAbsent(stretch.start() / CHAPTER, key -> new ArrayList<>())
              .add(Cluster.of(Voiceprint.floats(stretch.voice()), stretch.seconds()));
        }
      }
    }
    return List.copyOf(chapters.values());
  }

  private static int[] labels(List<SpeechChunk> stretches, List<double[]> centroids) {
    int[] labels = new int[stretches.size()];
    if (centroids.isEmpty()) {
      return labels; // no voice was clear enough: treat them as one speaker
    }
    Arrays.fill(labels, -1);
    for (int i = 0; i < labels.length; i++) {
      SpeechChunk stretch = stretches.get(i);
      if (stretch.voice() != null && stretch.seconds() >= LONG) {
        labels[i] = Scores.best(Cluster.cosines(centroids, Voiceprint.floats(stretch.voice())));
      }
    }
    new ShortChunks(stretches, centroids).label(labels);
    return labels;
  }

  /** Returns the number of speakers. */
  int count() {
    return count;
  }

  /** Seconds of speech of a speaker, on average. */
  double share() {
    return clusters.stream().mapToDouble(Cluster::seconds).sum() / count();
  }

  /** Returns the voice of each. */
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

  /** Returns the turns of this channel, unordered. */
  List<Turn> turns() {
    return turns;
  }

  private static List<Turn> turns(List<BlockVoices> blocks, List<int[]> labels) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      List<SpeechChunk> stretches = blocks.get(i).stretches();
      for (int j = 0; j < stretches.size(); j++) {
        SpeechChunk stretch = stretches.get(j);
        turns.add(
            new Turn(labels.get(i)[j], blocks.get(i).channel(), stretch.start(), stretch.end()));
      }
    }
    return turns;
  }
}
