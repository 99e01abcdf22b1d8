// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.speakers.block.BlockVoices.Copy;
import io.beamscribe.speech.speakers.block.BlockVoices.SpeechChunk;
import io.beamscribe.speech.speakers.block.Voiceprint;
import io.beamscribe.speech.speakers.clustering.Cluster;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells what of a channel leaks into it from another one: echo and crosstalk, which are softer than
 * there, and what was mixed into both. A different speaker who talks softly at the same time is
 * kept. A pure function of its arguments.
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

  /** Correlation of samples from which a sound is related to another one. */
  private static final double RELATED = .15;

  /** Correlation from which it is an echo, if the other channel is louder by six decibels. */
  private static final double ECHO = .3;

  private static final double LOUDER_THAN_ECHO = 4;

  /** Correlation from which it is the same sound, whatever the level, and levels that are one. */
  private static final double SAME = .8;

  private static final double SAME_LEVEL = 2;

  /** How little of what is in both comes later in a channel where it is heard first. */
  private static final double EARLIER = .1;

  private final List<BlockVoices> blocks;

  /** Seconds of the same sound at the same level by channel, as a share of what the channel has. */
  private final Map<Integer, Double> mixed = new TreeMap<>();

  /**
   * @param blocks of all channels of a file
   */
  Leakage(List<BlockVoices> blocks) {
    this.blocks = blocks;
    Map<Integer, Double> same = new TreeMap<>();
    Map<Integer, Double> all = new TreeMap<>();
    for (BlockVoices block : blocks) {
      for (SpeechChunk chunk : block.stretches()) {
        double length = chunk.end() - chunk.start();
        all.merge(block.channel(), length, Double::sum);
        same.merge(block.channel(), isMixed(chunk.copy()) ? length : 0, Double::sum);
      }
    }
    same.forEach((channel, length) -> mixed.put(channel, length / all.getOrDefault(channel, 1.0)));
  }

  /** Which chunks leak, by block. */
  List<BitSet> leaking(List<BlockVoices> channel) {
    List<SpeechChunk> loud = new ArrayList<>();
    int own = channel.get(0).channel();
    for (BlockVoices other : blocks) {
      if (other.channel() != own) {
        loud.addAll(other.stretches());
      }
    }
    return channel.stream().map(block -> leaking(block, loud)).toList();
  }

  private BitSet leaking(BlockVoices block, List<SpeechChunk> loud) {
    BitSet leaking = new BitSet();
    List<SpeechChunk> near = near(block, loud);
    for (int i = 0; i < block.stretches().size(); i++) {
      SpeechChunk chunk = block.stretches().get(i);
      leaking.set(i, isCopy(block.channel(), chunk.copy()) || leaks(chunk, near));
    }
    return leaking;
  }

  private static boolean isMixed(@Nullable Copy copy) {
    return copy != null
        && copy.likeness() >= SAME
        && copy.louder() < SAME_LEVEL
        && copy.louder() > 1 / SAME_LEVEL;
  }

  /** Whether the other channel is where a sound belongs. */
  private boolean isCopy(int channel, @Nullable Copy copy) {
    if (copy == null) {
      return false;
    }
    return copy.likeness() >= ECHO && copy.louder() >= LOUDER_THAN_ECHO
        || copy.likeness() >= SAME && copy.louder() >= SAME_LEVEL
        || isMixed(copy) && belongsTo(copy.channel(), channel);
  }

  /**
   * Whether what is in both channels belongs to one: it is heard in the other only later, or all
   * that the one has is in the other, too.
   */
  private boolean belongsTo(int one, int other) {
    double first = mixed.getOrDefault(one, 0.0);
    double second = mixed.getOrDefault(other, 0.0);
    return first < EARLIER * second || first > second || first == second && one < other;
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
    boolean related = stretch.copy() == null || stretch.copy().likeness() >= RELATED;
    return together >= TOGETHER * (stretch.end() - stretch.start())
        && (shared == 0 ? related : alike >= ALIKE * shared);
  }

  private static double cosine(SpeechChunk one, SpeechChunk other) {
    return Cluster.of(Voiceprint.numbers(one.voice()), 1)
        .similarity(Cluster.of(Voiceprint.numbers(other.voice()), 1));
  }
}
