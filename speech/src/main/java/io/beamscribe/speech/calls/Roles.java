// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls;

import io.beamscribe.speech.calls.said.Cues;
import io.beamscribe.speech.calls.said.Role;
import io.beamscribe.speech.calls.said.Said;
import io.beamscribe.speech.transcript.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells the agent from the customer: the two who talk most, by what they say, who speaks first and
 * who asks more. Not thread-safe.
 */
final class Roles {
  /** The engine as results name it. */
  static final String NAME = "rules";

  /** How long a greeting counts as one, in milliseconds from the first word. */
  private static final long OPENING = 60_000;

  private static final double GREETING = 3;
  private static final double CUE = 1;
  private static final double FIRST = 1;
  private static final double ASKS = 0.5;

  private final Floor floor;
  private final Map<Integer, Role> roles = new HashMap<>();
  private final Map<Integer, List<String>> signs = new HashMap<>();

  /**
   * @param talk milliseconds of each party
   * @param phrases by time
   */
  Roles(Floor floor, Map<Integer, Long> talk, List<Phrase> phrases, Cues cues) {
    this.floor = floor;
    List<Integer> two =
        talk.keySet().stream()
            .sorted(Comparator.<Integer>comparingLong(talk::get).reversed().thenComparing(p -> p))
            .limit(2)
            .toList();
    talk.keySet().forEach(party -> roles.put(party, Role.OTHER));
    if (two.size() < 2) {
      return;
    }
    Map<Integer, Double> scores = new TreeMap<>();
    two.forEach(party -> scores.put(party, score(party, phrases, cues)));
    int first =
        phrases.stream().map(floor::party).filter(two::contains).findFirst().orElse(two.get(0));
    sign(scores, first, FIRST, "speaks first");
    int a = two.get(0);
    int b = two.get(1);
    double asks = questions(a, phrases) - questions(b, phrases);
    if (asks != 0) {
      sign(scores, asks > 0 ? a : b, ASKS, "asks more");
    }
    double ahead = scores.getOrDefault(a, 0.0) - scores.getOrDefault(b, 0.0);
    boolean agentIsFirst = ahead == 0 ? first == a : ahead > 0;
    roles.put(a, agentIsFirst ? Role.AGENT : Role.CUSTOMER);
    roles.put(b, agentIsFirst ? Role.CUSTOMER : Role.AGENT);
  }

  Role of(int party) {
    return roles.getOrDefault(party, Role.OTHER);
  }

  /** What spoke for the party being what it is, in words. */
  List<String> signs(int party) {
    return signs.getOrDefault(party, List.of());
  }

  private void sign(Map<Integer, Double> scores, int party, double points, String sign) {
    scores.merge(party, points, Double::sum);
    signs.computeIfAbsent(party, key -> new ArrayList<>()).add(sign);
  }

  private double score(int party, List<Phrase> phrases, Cues cues) {
    long opening = phrases.isEmpty() ? 0 : phrases.get(0).startMilliseconds() + OPENING;
    int greetings = 0;
    int agent = 0;
    int customer = 0;
    for (Phrase phrase : phrases) {
      if (floor.party(phrase) == party) {
        greetings +=
            phrase.startMilliseconds() < opening
                ? cues.count(Cues.Kind.GREETING, Said.words(phrase))
                : 0;
        agent += cues.count(Cues.Kind.AGENT, Said.words(phrase));
        customer += cues.count(Cues.Kind.CUSTOMER, Said.words(phrase));
      }
    }
    List<String> own = signs.computeIfAbsent(party, key -> new ArrayList<>());
    add(own, greetings, "greets");
    add(own, agent, "speaks as an agent");
    add(own, customer, "speaks as a customer");
    return GREETING * Math.min(greetings, 2) + CUE * (agent - customer);
  }

  private static void add(List<String> signs, int count, String sign) {
    if (count > 0) {
      signs.add(count == 1 ? sign : sign + " (" + count + ")");
    }
  }

  private double questions(int party, List<Phrase> phrases) {
    List<Phrase> own = phrases.stream().filter(phrase -> floor.party(phrase) == party).toList();
    return own.isEmpty() ? 0 : own.stream().filter(Roles::isQuestion).count() / (double) own.size();
  }

  /** Whether a phrase ends in a question mark of any script. */
  static boolean isQuestion(Phrase phrase) {
    String text = phrase.best().display().strip();
    return !text.isEmpty() && "?？؟".indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
