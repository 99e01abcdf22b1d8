// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.speakers.block.BlockVoices.SpeechChunk;
import io.beamscribe.speech.speakers.block.Voiceprint;
import io.beamscribe.speech.speakers.clustering.Cluster;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Removes crosstalk from a channel: the same voice at the same time, much louder in another
 * channel. A different speaker who talks softly at the same time is kept.
 */
final class Leakage {
  /** By how much the other channel is louder, as a power ratio: ten decibels. */
  private static final double LOUDER = 10;

  /** Share of a chunk during which the other channel has speech. */
  private static final double TOGETHER = .6;

  /**
   * Mean cosine from which it may be the same voice: crosstalk gives poorer embeddings than speech.
   */
  private static final double ALIKE = .3;

  private Leakage() {}

  /**
   * @param blocks of one channel
   * @param others all blocks of the file
   */
  static List<BlockVoices> without(List<BlockVoices> blocks, List<BlockVoices> others) {
    List<SpeechChunk> loud = new ArrayList<>();
    int channel = blocks.get(0).channel();
    for (BlockVoices other : others) {
      if (other.channel() != channel) {
        loud.addAll(other.stretches());
      }
    }
    return loud.isEmpty() ? blocks : blocks.stream().map(block -> without(block, loud)).toList();
  }

  private static BlockVoices without(BlockVoices block, List<SpeechChunk> loud) {
    BitSet own = new BitSet();
    List<SpeechChunk> near = near(block, loud);
    for (int i = 0; i < block.stretches().size(); i++) {
      own.set(i, !leaks(block.stretches().get(i), near));
    }
    return block.only(own);
  }

  private static List<SpeechChunk> near(BlockVoices block, List<SpeechChunk> loud) {
    if (block.stretches().isEmpty()) {
      return List.of();
    }
    long from = block.stretches().get(0).start();
    long to = block.stretches().get(block.stretches().size() - 1).end();
    return loud.stream().filter(other -> other.end() > from && other.start() < to).toList();
  }

  private static boolean leaks(SpeechChunk stretch, List<SpeechChunk> others) {
    long together = 0;
    double alike = 0;
    double shared = 0;
    for (SpeechChunk other : others) {
      long common = Math.min(stretch.end(), other.end()) - Math.max(stretch.start(), other.start());
      if (common > 0 && other.power() > LOUDER * stretch.power()) {
        together += common;
        if (stretch.voice() != null && other.voice() != null) {
          alike += common * cosine(stretch, other);
          shared += common;
        }
      }
    }
    return together >= TOGETHER * (stretch.end() - stretch.start())
        && (shared == 0 || alike >= ALIKE * shared);
  }

  private static double cosine(SpeechChunk one, SpeechChunk other) {
    return Cluster.of(Voiceprint.numbers(one.voice()), 1)
        .similarity(Cluster.of(Voiceprint.numbers(other.voice()), 1));
  }
}
