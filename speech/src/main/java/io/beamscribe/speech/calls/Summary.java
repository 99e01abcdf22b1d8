// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.calls.phrases.StopWords;
import io.beamscribe.speech.calls.said.Cues;
import io.beamscribe.speech.calls.said.Role;
import io.beamscribe.speech.calls.said.Said;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes from a call what it is about and what comes of it, word for word: TextRank (Mihalcea and
 * Tarau 2004) over the phrases of one party in one part of the call, cues for the aspect, and of
 * those that say the same only one (MMR, Carbonell and Goldstein 1998). Not thread-safe.
 */
final class Summary {
  /** The engine as results name it. */
  static final String NAME = "extractive";

  private static final int SENTENCES = 2;
  private static final int MOST_CANDIDATES = 80;
  private static final int LEAST_WORDS = 2;
  private static final int ROUNDS = 30;
  private static final double DAMPING = 0.85;
  private static final double NOVELTY = 0.5;
  private static final double CUE = 0.5;
  private static final int MOST_CUES = 2;
  private static final double PLACE = 0.5;

  private final List<Said> said;
  private final Cues cues;
  private final StopWords stopWords;
  private final String separator;

  /** A phrase that may stand in the summary. */
  private record Candidate(Said said, Set<String> content, double bonus) {}

  Summary(List<Said> said, Cues cues, StopWords stopWords, String separator) {
    this.said = said;
    this.cues = cues;
    this.stopWords = stopWords;
    this.separator = separator;
  }

  List<Call.Aspect> aspects() {
    List<Call.Aspect> aspects = new ArrayList<>();
    add(aspects, "Issue", Role.CUSTOMER, Cues.Kind.ISSUE, true);
    add(aspects, "Resolution", Role.AGENT, Cues.Kind.RESOLUTION, false);
    return aspects;
  }

  private void add(
      List<Call.Aspect> aspects, String name, Role role, Cues.Kind kind, boolean early) {
    List<Candidate> candidates = candidates(role, kind, early);
    if (candidates.isEmpty()) {
      return;
    }
    List<Said> chosen =
        choose(candidates).stream()
            .map(Candidate::said)
            .sorted(Comparator.comparingLong(each -> each.phrase().startMilliseconds()))
            .toList();
    aspects.add(
        new Call.Aspect(
            name,
            chosen.stream().map(each -> each.phrase().best().display()).collect(joining(separator)),
            chosen.stream().map(each -> each.phrase().startMilliseconds()).toList()));
  }

  /** Phrases of one half of the call, those near its edge preferred. */
  private List<Candidate> candidates(Role role, Cues.Kind kind, boolean early) {
    List<Said> own = said.stream().filter(each -> each.role() == role).toList();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      double place = own.size() < 2 ? 1 : i / (own.size() - 1.0);
      place = early ? 1 - place : place;
      List<Word> words = own.get(i).words();
      Set<String> content = new TreeSet<>();
      words.stream()
          .map(word -> stopWords.stem(word.text()))
          .filter(stopWords::isContent)
          .forEach(content::add);
      int signs = Math.min(MOST_CUES, cues.count(kind, words));
      boolean bare =
          cues.count(Cues.Kind.CLOSING, words) + cues.count(Cues.Kind.GREETING, words) > signs;
      if (place >= 0.4 && !bare && content.size() >= LEAST_WORDS) {
        candidates.add(new Candidate(own.get(i), content, CUE * signs + PLACE * place));
      }
    }
    return candidates.stream()
        .sorted(Comparator.comparingDouble(Candidate::bonus).reversed())
        .limit(MOST_CANDIDATES)
        .toList();
  }

  private static List<Candidate> choose(List<Candidate> candidates) {
    double[] ranks = ranks(candidates);
    List<Candidate> chosen = new ArrayList<>();
    while (chosen.size() < Math.min(SENTENCES, candidates.size())) {
      int best = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < ranks.length; i++) {
        Candidate each = candidates.get(i);
        double same = chosen.stream().mapToDouble(other -> likeness(each, other)).max().orElse(0);
        double score = ranks[i] + each.bonus() - NOVELTY * same;
        if (!chosen.contains(each) && score > most) {
          best = i;
          most = score;
        }
      }
      chosen.add(candidates.get(best));
    }
    return chosen;
  }

  /** Between 0 and 1, the greatest 1. */
  private static double[] ranks(List<Candidate> candidates) {
    int size = candidates.size();
    double[][] likeness = new double[size][size];
    double[] sums = new double[size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        likeness[i][j] = i == j ? 0 : likeness(candidates.get(i), candidates.get(j));
        sums[i] += likeness[i][j];
      }
    }
    double[] ranks = new double[size];
    Arrays.fill(ranks, 1);
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[size];
      for (int i = 0; i < size; i++) {
        next[i] = 1 - DAMPING;
        for (int j = 0; j < size; j++) {
          next[i] += sums[j] == 0 ? 0 : DAMPING * ranks[j] * likeness[j][i] / sums[j];
        }
      }
      ranks = next;
    }
    double most = Arrays.stream(ranks).max().orElse(1);
    for (int i = 0; i < size; i++) {
      ranks[i] /= most;
    }
    return ranks;
  }

  private static double likeness(Candidate a, Candidate b) {
    long common = a.content().stream().filter(b.content()::contains).count();
    return common / (Math.log(1.0 + a.content().size()) + Math.log(1.0 + b.content().size()));
  }
}
