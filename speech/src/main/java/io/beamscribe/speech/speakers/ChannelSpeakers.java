// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.speakers.block.BlockVoices.SpeechChunk;
import io.beamscribe.speech.speakers.block.Voiceprint;
import io.beamscribe.speech.speakers.clustering.ChannelPieces;
import io.beamscribe.speech.speakers.clustering.Cluster;
import io.beamscribe.speech.speakers.clustering.VoiceClusters;
import io.beamscribe.speech.speakers.clustering.WindowEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The speakers of one channel. Chunks that are long enough are told apart by their voices ({@link
 * VoiceClusters}); short ones are assigned afterwards ({@link ShortChunks}). Where two speak at
 * once, the windows identify the second ({@link SecondSpeakers}).
 */
final class ChannelSpeakers {
  private final List<BlockVoices> blocks;
  private final ChannelPieces pieces;
  private final VoiceClusters voices;
  private final List<Cluster> clusters;
  private final int count;
  private final List<Turn> turns;
  private final List<int[]> labels = new ArrayList<>();

  /**
   * @param blocks of one channel in order of time
   * @param options bounds on the number of speakers; fewer than the minimum if there is not enough
   *     speech
   */
  ChannelSpeakers(List<BlockVoices> blocks, SpeakerOptions options) {
    this(blocks, new ChannelPieces(blocks), options);
  }

  private ChannelSpeakers(List<BlockVoices> blocks, ChannelPieces pieces, SpeakerOptions options) {
    this(blocks, pieces, new VoiceClusters(pieces, new WindowEvidence(blocks, pieces)), options);
  }

  /** Returns the same channel with another number of speakers. */
  ChannelSpeakers with(SpeakerOptions options) {
    return new ChannelSpeakers(blocks, pieces, voices, options);
  }

  private ChannelSpeakers(
      List<BlockVoices> blocks,
      ChannelPieces pieces,
      VoiceClusters voices,
      SpeakerOptions options) {
    this.blocks = blocks;
    this.pieces = pieces;
    this.voices = voices;
    int[] voiceOf = voices.labels(options.minSpeakers(), options.maxSpeakers());
    clusters = voices.clusters(voiceOf);
    List<double[]> centroids = clusters.stream().map(Cluster::centroid).toList();
    for (int block = 0; block < blocks.size(); block++) {
      labels.add(labels(block, voiceOf, centroids));
    }
    int known = Math.max(1, clusters.size());
    SecondSpeakers second = new SecondSpeakers(blocks, labels, known, options);
    List<Turn> alone = turns(blocks, labels);
    AddedSpeakers all =
        new AddedSpeakers(alone, second.guesses(), second.speakers(), options.minSpeakers());
    count = all.speakers();
    turns = Turn.joined(Stream.concat(all.turns().stream(), second.turns().stream()).toList());
  }

  private int[] labels(int block, int[] voiceOf, List<double[]> centroids) {
    List<SpeechChunk> chunks = blocks.get(block).stretches();
    int[] labels = new int[chunks.size()];
    if (centroids.isEmpty()) {
      return labels; // no voice was clear enough: treat them as one speaker
    }
    for (int chunk = 0; chunk < labels.length; chunk++) {
      int piece = pieces.number(block, chunk);
      labels[chunk] = piece < 0 ? -1 : voiceOf[piece];
    }
    new ShortChunks(chunks, centroids).label(labels);
    return labels;
  }

  /** The voice of each chunk, by block. */
  List<int[]> labels() {
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
