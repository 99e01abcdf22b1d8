// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.text.DataFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words of a language that decide where its lines may be divided, from {@code joints.tsv}.
 * Immutable.
 *
 * @param bound articles and their like, which stay with the next word
 * @param titles stay with the next word, and their full stop ends no sentence
 * @param abbreviations their full stop ends no sentence; without it
 * @param loose words that rather stay with the next
 * @param connectives words before which a line is best divided
 * @param continuing particles and endings that stay with what is before them
 * @param closing endings after which a sentence is often over, where no marks are written
 */
record LanguageJoints(
    Set<String> bound,
    Set<String> titles,
    Set<String> abbreviations,
    Set<String> loose,
    Set<String> connectives,
    Set<String> continuing,
    Set<String> closing) {
  private static final LanguageJoints NONE = of(Map.<String, Set<String>>of());
  private static final Map<String, LanguageJoints> ALL = Map.copyOf(read());

  /** The words of a language, by its two letters; none if it is not in the table. */
  static LanguageJoints of(String language) {
    return ALL.getOrDefault(language, NONE);
  }

  /** Whether a word, in lower case, is of the grammar rather than a name. */
  boolean isFunctionWord(String word) {
    return bound.contains(word) || loose.contains(word) || connectives.contains(word);
  }

  private static Map<String, LanguageJoints> read() {
    Map<String, Map<String, Set<String>>> table = new HashMap<>();
    for (List<String> row : DataFile.rows(LanguageJoints.class, "joints.tsv")) {
      table
          .computeIfAbsent(row.get(0), key -> new HashMap<>())
          .computeIfAbsent(row.get(1), key -> new HashSet<>())
          .addAll(List.of(row.get(2).toLowerCase(Locale.ROOT).split(" ")));
    }
    return table.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> of(entry.getValue())));
  }

  private static LanguageJoints of(Map<String, Set<String>> kinds) {
    return new LanguageJoints(
        kinds.getOrDefault("bound", Set.of()),
        kinds.getOrDefault("title", Set.of()),
        kinds.getOrDefault("abbreviation", Set.of()),
        kinds.getOrDefault("loose", Set.of()),
        kinds.getOrDefault("connective", Set.of()),
        kinds.getOrDefault("continuing", Set.of()),
        kinds.getOrDefault("closing", Set.of()));
  }
}
