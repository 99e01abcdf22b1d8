// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.speakers.block.BlockVoices.SpeechChunk;
import io.beamscribe.speech.speakers.block.Voiceprint;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds what is played again in a channel, such as announcements to callers on hold: chunks as long
 * as each other whose prints are hardly different. Nobody says the same twice like that: the prints
 * of two utterances of one voice have cosines up to .9, of one that is played twice .97 and more. A
 * pure function of its arguments.
 */
final class Repeats {
  /** Squared distance of prints of what is the same: a cosine of .97. */
  private static final double SAME = .06;

  /** Numbers of a print after which to look whether they are too far apart already. */
  private static final int STEP = 16;

  /** By how many samples the lengths, and the distances, of what is the same differ at most. */
  private static final long TOLERANCE = 1600;

  /** Samples after which nobody waits for an announcement any more: ten minutes. */
  private static final long LATEST = 9_600_000;

  /** Samples that have to be the same at one distance: a second and a half. */
  private static final long LEAST = 24_000;

  private final List<Heard> heard = new ArrayList<>();
  private final List<BitSet> repeated = new ArrayList<>();

  /** What is the same at some distance. */
  private final TreeMap<Long, List<Pair>> pairs = new TreeMap<>();

  private record Heard(int block, int chunk, long start, long length, double[] print) {}

  private record Pair(Heard one, Heard other) {
    long distance() {
      return other.start - one.start;
    }
  }

  private Repeats(List<BlockVoices> blocks) {
    for (int block = 0; block < blocks.size(); block++) {
      repeated.add(new BitSet());
      List<SpeechChunk> chunks = blocks.get(block).stretches();
      for (int i = 0; i < chunks.size(); i++) {
        SpeechChunk chunk = chunks.get(i);
        if (chunk.voice() != null) {
          double[] print = Voiceprint.numbers(chunk.voice());
          heard.add(new Heard(block, i, chunk.start(), chunk.end() - chunk.start(), print));
        }
      }
    }
    heard.sort(Comparator.comparingLong(Heard::start));
  }

  /**
   * Which chunks are played more than once, by block.
   *
   * @param blocks of one channel in order of time
   */
  static List<BitSet> of(List<BlockVoices> blocks) {
    Repeats repeats = new Repeats(blocks);
    repeats.compare();
    repeats.pairs.forEach((tenth, same) -> repeats.mark(tenth));
    return repeats.repeated;
  }

  private void compare() {
    for (int i = 0; i < heard.size(); i++) {
      Heard one = heard.get(i);
      for (int j = i + 1; j < heard.size(); j++) {
        Heard other = heard.get(j);
        if (other.start - one.start > LATEST) {
          break;
        }
        if (Math.abs(other.length - one.length) <= TOLERANCE && isSame(one.print, other.print)) {
          Pair pair = new Pair(one, other);
          pairs.computeIfAbsent(pair.distance() / TOLERANCE, key -> new ArrayList<>()).add(pair);
        }
      }
    }
  }

  private static boolean isSame(double[] one, double[] other) {
    double distance = 0;
    for (int from = 0; from < one.length && distance <= SAME; from += STEP) {
      for (int i = from; i < from + STEP; i++) {
        double difference = one[i] - other[i];
        distance += difference * difference;
      }
    }
    return distance <= SAME;
  }

  /** Marks what is the same at a distance, if it is long enough. */
  private void mark(long distance) {
    List<Pair> same = new ArrayList<>(pairs.getOrDefault(distance, List.of()));
    same.addAll(pairs.getOrDefault(distance + 1, List.of()));
    if (same.stream().mapToLong(pair -> pair.one.length).sum() >= LEAST) {
      for (Pair pair : same) {
        repeated.get(pair.one.block).set(pair.one.chunk);
        repeated.get(pair.other.block).set(pair.other.chunk);
      }
    }
  }
}
