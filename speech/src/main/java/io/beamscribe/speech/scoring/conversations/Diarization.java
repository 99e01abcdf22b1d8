// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.conversations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Diarization error as md-eval of NIST defines it: speakers are mapped one to one so that their
 * common time is longest, which is decided without a collar; then each stretch of time in which
 * nobody begins or ends is scored. Overlapping speech counts. Thread-safe.
 */
public final class Diarization {
  /** Times nearer than that are the same. */
  private static final double SAME = 1e-8;

  private Diarization() {}

  /**
   * Scores a file.
   *
   * @param regions that are scored, in order, without overlap
   * @param collar seconds before and after each edge of a turn of the reference that are not scored
   */
  public static DiarizationCounts score(
      List<Turn> reference, List<Turn> hypothesis, List<Region> regions, double collar) {
    Map<String, Integer> references = numbers(reference);
    Map<String, Integer> hypotheses = numbers(hypothesis);
    List<Stretch> all = stretches(reference, hypothesis, references, hypotheses, regions);
    int size = Math.max(1, Math.max(references.size(), hypotheses.size()));
    double[][] common = new double[size][size];
    for (Stretch each : all) {
      for (int one : each.reference) {
        for (int other : each.hypothesis) {
          common[one][other] -= each.seconds;
        }
      }
    }
    int[] map = Assignment.cheapest(common);
    List<Region> scored = Region.withoutCollars(regions, reference, collar);
    List<Stretch> counted =
        collar > 0 ? stretches(reference, hypothesis, references, hypotheses, scored) : all;
    double speech = 0;
    double missed = 0;
    double falseAlarm = 0;
    double confusion = 0;
    for (Stretch each : counted) {
      int said = each.reference.size();
      int found = each.hypothesis.size();
      long right =
          each.reference.stream()
              .filter(one -> common[one][map[one]] < 0 && each.hypothesis.contains(map[one]))
              .count();
      speech += each.seconds * said;
      missed += each.seconds * Math.max(0, said - found);
      falseAlarm += each.seconds * Math.max(0, found - said);
      confusion += each.seconds * (Math.min(said, found) - right);
    }
    return new DiarizationCounts(
        speech,
        missed,
        falseAlarm,
        confusion,
        jaccard(counted, references.size(), hypotheses.size(), common, map),
        references.size(),
        hypotheses.size(),
        1,
        references.size() == hypotheses.size() ? 1 : 0);
  }

  /** Sum over speakers of the share of their time, said or found, that is not both. */
  private static double jaccard(
      List<Stretch> stretches, int references, int hypotheses, double[][] common, int[] map) {
    double sum = 0;
    for (int one = 0; one < references; one++) {
      int other = map[one];
      double both = 0;
      double either = 0;
      for (Stretch each : stretches) {
        boolean said = each.reference.contains(one);
        boolean found =
            other < hypotheses && common[one][other] < 0 && each.hypothesis.contains(other);
        both += said && found ? each.seconds : 0;
        either += said || found ? each.seconds : 0;
      }
      sum += either > 0 ? 1 - both / either : 1;
    }
    return sum;
  }

  private static Map<String, Integer> numbers(List<Turn> turns) {
    Map<String, Integer> numbers = new HashMap<>();
    for (Turn turn : turns) {
      if (turn.end() > turn.start()) {
        numbers.putIfAbsent(turn.speaker(), numbers.size());
      }
    }
    return numbers;
  }

  /** Who speaks in a stretch of time in which nobody begins or ends. */
  private record Stretch(double seconds, Set<Integer> reference, Set<Integer> hypothesis) {}

  private record Edge(double time, boolean begin, boolean reference, int speaker) {}

  private static List<Stretch> stretches(
      List<Turn> reference,
      List<Turn> hypothesis,
      Map<String, Integer> references,
      Map<String, Integer> hypotheses,
      List<Region> regions) {
    List<Edge> edges = new ArrayList<>();
    add(reference, references, true, edges);
    add(hypothesis, hypotheses, false, edges);
    TreeSet<Double> times = new TreeSet<>();
    edges.forEach(edge -> times.add(edge.time));
    for (Region region : regions) {
      times.add(region.start());
      times.add(region.end());
    }
    edges.sort(Comparator.comparingDouble(Edge::time));
    int[] said = new int[references.size()];
    int[] found = new int[hypotheses.size()];
    List<Stretch> stretches = new ArrayList<>();
    int next = 0;
    int region = 0;
    double from = Double.NEGATIVE_INFINITY;
    for (double time : times) {
      while (region < regions.size() && regions.get(region).end() <= from + SAME) {
        region++;
      }
      boolean inside = region < regions.size() && regions.get(region).start() <= from + SAME;
      if (inside && time > from + SAME) {
        Set<Integer> sayers = speakers(said);
        Set<Integer> findings = speakers(found);
        if (!sayers.isEmpty() || !findings.isEmpty()) {
          stretches.add(new Stretch(time - from, sayers, findings));
        }
      }
      for (; next < edges.size() && edges.get(next).time <= time; next++) {
        Edge edge = edges.get(next);
        (edge.reference ? said : found)[edge.speaker] += edge.begin ? 1 : -1;
      }
      from = time;
    }
    return stretches;
  }

  private static Set<Integer> speakers(int[] turns) {
    Set<Integer> speakers = new HashSet<>();
    for (int i = 0; i < turns.length; i++) {
      if (turns[i] > 0) {
        speakers.add(i);
      }
    }
    return speakers;
  }

  private static void add(
      List<Turn> turns, Map<String, Integer> numbers, boolean reference, List<Edge> edges) {
    for (Turn turn : turns) {
      if (turn.end() > turn.start()) {
        int speaker = numbers.getOrDefault(turn.speaker(), 0);
        edges.add(new Edge(turn.start(), true, reference, speaker));
        edges.add(new Edge(turn.end(), false, reference, speaker));
      }
    }
  }
}
