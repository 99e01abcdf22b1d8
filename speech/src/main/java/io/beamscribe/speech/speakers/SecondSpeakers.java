// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.speakers.block.BlockVoices.LocalSpeaker;
import io.beamscribe.speech.speakers.block.BlockVoices.Overlap;
import io.beamscribe.speech.speakers.block.BlockVoices.Share;
import io.beamscribe.speech.speakers.block.BlockVoices.SpeechChunk;
import io.beamscribe.speech.speakers.block.Frames;
import io.beamscribe.speech.speakers.block.Window;
import io.beamscribe.speech.speakers.clustering.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Identifies the second speaker where two speak at once. A local speaker of a window is assigned to
 * the speaker of the file it has when alone; no two get the same one. A local speaker who is never
 * alone in the window is the other speaker who talks most nearby, or nearest; if nobody else ever
 * talks for some time, it becomes a speaker who only ever speaks together with others.
 */
final class SecondSpeakers {
  /** Seconds of speech below which nobody is taken for a second speaker: hardly a voice. */
  private static final double KNOWN = .7;

  /** A voice that occurs only together with others becomes a speaker from this many samples on. */
  private static final long NEW = 48_000;

  /** How far around a window to look for speakers, in samples. */
  private static final long NEAR = Frames.WINDOW * Frames.HOP;

  private final List<BlockVoices> blocks;
  private final List<int[]> labels;
  private final int known;
  private final double[] talk;
  private final List<Turn> turns = new ArrayList<>();
  private final List<Turn> guesses = new ArrayList<>();
  private final int speakers;

  /**
   * @param labels speakers of the chunks of each block
   * @param known number of speakers so far
   * @param options bounds on their number
   */
  SecondSpeakers(List<BlockVoices> blocks, List<int[]> labels, int known, SpeakerOptions options) {
    this.blocks = blocks;
    this.labels = labels;
    this.known = known;
    this.talk = talk();
    for (int block = 0; block < blocks.size(); block++) {
      find(block);
    }
    long unknown =
        guesses.stream().filter(turn -> turn.speaker() == known).mapToLong(Turn::length).sum();
    long least = known < options.minSpeakers() ? 1 : NEW;
    boolean oneMore = unknown >= least && known < options.maxSpeakers();
    speakers = known + (oneMore ? 1 : 0);
    if (!oneMore) {
      guesses.removeIf(turn -> turn.speaker() == known);
    }
  }

  /** The number of speakers including those found here. */
  int speakers() {
    return speakers;
  }

  /** Turns of second speakers who also speak alone nearby. */
  List<Turn> turns() {
    return turns;
  }

  /** Turns of second speakers whose identity is a guess. */
  List<Turn> guesses() {
    return guesses;
  }

  private double[] talk() {
    double[] seconds = new double[known];
    for (int block = 0; block < blocks.size(); block++) {
      List<SpeechChunk> stretches = blocks.get(block).stretches();
      for (int i = 0; i < stretches.size(); i++) {
        seconds[labels.get(block)[i]] += stretches.get(i).seconds();
      }
    }
    return seconds;
  }

  private void find(int block) {
    BlockVoices voices = blocks.get(block);
    int[] assigned = assignedAlone(block);
    int[] guessed = guessed(block, assigned);
    for (Overlap overlap : voices.overlaps()) {
      int first = labels.get(block)[overlap.stretch()];
      double[] amounts = new double[known + 1];
      double[] guesses = new double[known + 1];
      for (Share share : overlap.speakers()) {
        int local = share.index();
        amounts[assigned[local] < 0 ? guessed[local] : assigned[local]] += share.amount();
        if (assigned[local] < 0) {
          guesses[guessed[local]] += share.amount();
        }
      }
      amounts[first] = 0;
      int second = Scores.best(amounts);
      if (amounts[second] > 0) {
        boolean guess = 2 * guesses[second] > amounts[second];
        (guess ? this.guesses : turns)
            .add(new Turn(second, voices.channel(), overlap.start(), overlap.end()));
      }
    }
  }

  /** The speakers of the local speakers who were alone for some time; -1 for the others. */
  private int[] assignedAlone(int block) {
    List<LocalSpeaker> locals = blocks.get(block).locals();
    int[] speakerOf = new int[locals.size()];
    Arrays.fill(speakerOf, -1);
    boolean[] done = new boolean[locals.size()];
    for (int i = 0; i < locals.size(); i++) {
      if (!done[i]) {
        List<Integer> window = new ArrayList<>();
        for (int j = i; j < locals.size() && j < i + Window.SPEAKERS * Window.SPEAKERS; j++) {
          if (locals.get(j).window() == locals.get(i).window()) {
            window.add(j);
            done[j] = true;
          }
        }
        byWhatTheySaidAlone(block, window, speakerOf);
      }
    }
    return speakerOf;
  }

  /** Guesses the others; guesses do not build on each other. */
  private int[] guessed(int block, int[] assigned) {
    int[] guessed = new int[assigned.length];
    for (int i = 0; i < assigned.length; i++) {
      if (assigned[i] < 0) {
        guessed[i] = byWhoIsNear(block, blocks.get(block).locals().get(i), assigned);
      }
    }
    return guessed;
  }

  /** Assigns each speaker to at most one local speaker of a window, the clearest first. */
  private void byWhatTheySaidAlone(int block, List<Integer> window, int[] speakerOf) {
    double[][] assigned = new double[window.size()][known];
    for (int i = 0; i < assigned.length; i++) {
      for (Share share : blocks.get(block).locals().get(window.get(i)).alone()) {
        assigned[i][labels.get(block)[share.index()]] += share.amount();
      }
    }
    for (int round = 0; round < assigned.length; round++) {
      int local = -1;
      int speaker = -1;
      for (int i = 0; i < assigned.length; i++) {
        int best = Scores.best(assigned[i]);
        if (assigned[i][best] > 0 && (local < 0 || assigned[i][best] > assigned[local][speaker])) {
          local = i;
          speaker = best;
        }
      }
      if (local < 0) {
        return;
      }
      speakerOf[window.get(local)] = speaker;
      Arrays.fill(assigned[local], 0);
      for (double[] other : assigned) {
        other[speaker] = 0;
      }
    }
  }

  private int byWhoIsNear(int block, LocalSpeaker local, int[] speakerOf) {
    double[] near = new double[known + 1];
    List<SpeechChunk> stretches = blocks.get(block).stretches();
    for (int i = 0; i < stretches.size(); i++) {
      long from = Math.max(stretches.get(i).start(), local.window() - NEAR);
      long to = Math.min(stretches.get(i).end(), local.window() + 2 * NEAR);
      int label = labels.get(block)[i];
      if (to > from && talk[label] >= KNOWN) {
        near[label] += to - from;
      }
    }
    boolean[] speaks = new boolean[known];
    for (int other : local.with()) {
      if (speakerOf[other] >= 0) {
        near[speakerOf[other]] = 0;
        speaks[speakerOf[other]] = true;
      }
    }
    int best = Scores.best(near);
    return near[best] > 0 ? best : byWhoIsNearest(local.window(), speaks);
  }

  /** The other speaker whose speech is nearest, however far; a new one if there is no other. */
  private int byWhoIsNearest(long window, boolean[] speaks) {
    int nearest = known;
    long least = Long.MAX_VALUE;
    for (int block = 0; block < blocks.size(); block++) {
      List<SpeechChunk> stretches = blocks.get(block).stretches();
      for (int i = 0; i < stretches.size(); i++) {
        int label = labels.get(block)[i];
        long distance = Math.abs(stretches.get(i).start() - window);
        if (!speaks[label] && talk[label] >= KNOWN && distance < least) {
          nearest = label;
          least = distance;
        }
      }
    }
    return nearest;
  }
}
