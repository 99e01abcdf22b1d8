// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.transcript.SpeakerTurn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The diarization error rate of NIST without collar, overlapping speech scored, in steps of 10 ms:
 * missed, false and confused time over the time of the reference, speakers brought together as is
 * best.
 *
 * @param wrong missed, false and confused steps
 * @param all steps of speakers in the reference
 * @param expected speakers of the reference
 * @param found speakers that were found
 */
record DiarizationError(int wrong, int all, int expected, int found) {
  private static final int STEP = 10;

  static DiarizationError of(List<SpeakerTurn> turns, Path rttm) throws Exception {
    List<SpeakerTurn> reference = new ArrayList<>();
    Map<String, Integer> names = new HashMap<>();
    for (String line : Files.readAllLines(rttm)) {
      String[] fields = line.split("\\s+");
      int speaker = names.computeIfAbsent(fields[7], name -> names.size() + 1);
      long start = Math.round(Double.parseDouble(fields[3]) * 1000);
      long duration = Math.round(Double.parseDouble(fields[4]) * 1000);
      reference.add(new SpeakerTurn(speaker, 0, start, start + duration));
    }
    boolean[][] expected = grid(reference);
    boolean[][] found = grid(turns);
    int steps = Math.max(length(expected), length(found));
    int[][] common = new int[expected.length][found.length];
    int wrong = 0;
    int all = 0;
    for (int step = 0; step < steps; step++) {
      int here = 0;
      int there = 0;
      for (int i = 0; i < expected.length; i++) {
        here += at(expected[i], step) ? 1 : 0;
      }
      for (int j = 0; j < found.length; j++) {
        there += at(found[j], step) ? 1 : 0;
      }
      for (int i = 0; i < expected.length; i++) {
        for (int j = 0; j < found.length; j++) {
          common[i][j] += at(expected[i], step) && at(found[j], step) ? 1 : 0;
        }
      }
      wrong += Math.max(here, there);
      all += here;
    }
    return new DiarizationError(wrong - best(common), all, expected.length, found.length);
  }

  double rate() {
    return 100.0 * wrong / all;
  }

  DiarizationError plus(DiarizationError other) {
    return new DiarizationError(wrong + other.wrong, all + other.all, 0, 0);
  }

  /** The greatest agreement of rows and columns, by the sets of columns used. */
  private static int best(int[][] common) {
    int columns = common.length == 0 ? 0 : common[0].length;
    int[] best = new int[1 << columns];
    for (int[] row : common) {
      int[] next = best.clone();
      for (int taken = 0; taken < best.length; taken++) {
        for (int column = 0; column < columns; column++) {
          if ((taken >> column & 1) == 0) {
            int with = taken | 1 << column;
            next[with] = Math.max(next[with], best[taken] + row[column]);
          }
        }
      }
      best = next;
    }
    return Arrays.stream(best).max().orElse(0);
  }

  private static boolean[][] grid(List<SpeakerTurn> turns) {
    int speakers = turns.stream().mapToInt(SpeakerTurn::speaker).max().orElse(0);
    long end = turns.stream().mapToLong(SpeakerTurn::endMilliseconds).max().orElse(0);
    boolean[][] grid = new boolean[speakers][(int) (end / STEP) + 1];
    for (SpeakerTurn turn : turns) {
      Arrays.fill(
          grid[turn.speaker() - 1],
          (int) (turn.startMilliseconds() / STEP),
          (int) (turn.endMilliseconds() / STEP),
          true);
    }
    return grid;
  }

  private static int length(boolean[][] grid) {
    return Arrays.stream(grid).mapToInt(row -> row.length).max().orElse(0);
  }

  private static boolean at(boolean[] row, int step) {
    return step < row.length && row[step];
  }
}
