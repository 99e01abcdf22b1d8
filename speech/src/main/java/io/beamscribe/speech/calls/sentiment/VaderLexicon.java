// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.sentiment;

import io.beamscribe.speech.text.DataFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The data of VADER.
 *
 * @param valences of words, from -4 to 4
 * @param negations words that turn the valence of those after them
 * @param degrees how much words strengthen or weaken those after them
 * @param phrases set phrases with a valence of their own
 */
record VaderLexicon(
    Map<String, Double> valences,
    Set<String> negations,
    Map<String, Double> degrees,
    Map<String, Double> phrases) {

  static VaderLexicon read() {
    Map<String, Double> valences = new HashMap<>();
    for (List<String> row : DataFile.rows(VaderLexicon.class, "vader.tsv")) {
      valences.put(row.get(0), Double.parseDouble(row.get(1)));
    }
    Set<String> negations = new TreeSet<>();
    Map<String, Double> degrees = new HashMap<>();
    Map<String, Double> phrases = new HashMap<>();
    for (List<String> row : DataFile.rows(VaderLexicon.class, "vader-modifiers.tsv")) {
      double value = Double.parseDouble(row.get(2));
      switch (row.get(0)) {
        case "negation" -> negations.add(row.get(1));
        case "degree" -> degrees.put(row.get(1), value);
        default -> phrases.put(row.get(1), value);
      }
    }
    return new VaderLexicon(
        Map.copyOf(valences), Set.copyOf(negations), Map.copyOf(degrees), Map.copyOf(phrases));
  }

  /** 0 for words that it does not know. */
  double valence(String word) {
    return valences.getOrDefault(word, 0.0);
  }

  boolean knows(String word) {
    return valences.containsKey(word);
  }

  boolean negates(String word) {
    return negations.contains(word) || word.contains("n't");
  }
}
