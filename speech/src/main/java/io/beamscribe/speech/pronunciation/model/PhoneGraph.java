// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ways through a text: for each word one of its pronunciations, and silence where it may be.
 * Not thread-safe.
 */
final class PhoneGraph {
  /** What a pronunciation costs that is not the first of its word. */
  private static final double OTHER = 0.3;

  private static final int BEGINNING = -1;

  private record State(int phone, int word, int variant, int place, int[] before) {}

  private final List<State> states = new ArrayList<>();
  private List<Integer> ends = new ArrayList<>(List.of(BEGINNING));

  /**
   * @param words for each word its pronunciations
   */
  PhoneGraph(List<List<int[]>> words) {
    silence();
    for (int word = 0; word < words.size(); word++) {
      List<Integer> after = new ArrayList<>();
      for (int variant = 0; variant < words.get(word).size(); variant++) {
        int[] phones = words.get(word).get(variant);
        for (int place = 0; place < phones.length; place++) {
          int[] before = place == 0 ? array(ends) : new int[] {states.size() - 1};
          states.add(new State(phones[place], word, variant, place, before));
        }
        after.add(states.size() - 1);
      }
      ends = after;
      silence();
    }
  }

  private void silence() {
    states.add(new State(Posteriors.SILENCE, -1, 0, 0, array(ends)));
    ends.add(states.size() - 1);
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The likeliest way; empty if there are fewer frames than phones. */
  List<AlignedPhone> align(Posteriors posteriors) {
    float[][] log = posteriors.log();
    int count = states.size();
    double[] score = new double[count];
    double[] next = new double[count];
    int[][] back = new int[log.length][count];
    for (int s = 0; s < count; s++) {
      State state = states.get(s);
      boolean starts = Arrays.stream(state.before).anyMatch(b -> b == BEGINNING);
      score[s] = starts ? log[0][state.phone] - extra(state) : Double.NEGATIVE_INFINITY;
    }
    for (int t = 1; t < log.length; t++) {
      for (int s = 0; s < count; s++) {
        State state = states.get(s);
        double best = Double.NEGATIVE_INFINITY;
        int from = s;
        for (int before : state.before) {
          if (before != BEGINNING && score[before] > best) {
            best = score[before];
            from = before;
          }
        }
        best -= extra(state);
        boolean move = best > score[s];
        back[t][s] = move ? from : s;
        next[s] = (move ? best : score[s]) + log[t][state.phone];
      }
      double[] old = score;
      score = next;
      next = old;
    }
    int last = ends.get(0);
    for (int end : ends) {
      last = score[end] > score[last] ? end : last;
    }
    return score[last] == Double.NEGATIVE_INFINITY ? List.of() : path(back, last);
  }

  private static double extra(State state) {
    return state.place == 0 && state.variant > 0 ? OTHER : 0;
  }

  private List<AlignedPhone> path(int[][] back, int last) {
    List<AlignedPhone> path = new ArrayList<>();
    int state = last;
    int end = back.length;
    for (int t = back.length - 1; t >= 0; t--) {
      int before = t == 0 ? -1 : back[t][state];
      if (before != state) {
        State s = states.get(state);
        path.add(0, new AlignedPhone(s.phone, s.word, s.variant, s.place, t, end));
        end = t;
        state = before;
      }
    }
    return List.copyOf(path);
  }
}
