// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.evaluation;

import io.beamscribe.speech.scoring.alignment.EditKind;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.Confusion;
import io.beamscribe.speech.scoring.results.AlignedWord;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts which words are taken for which. Not thread-safe. */
final class Confusions {
  private final Map<EditKind, Map<List<String>, Long>> counts = new EnumMap<>(EditKind.class);

  void add(List<AlignedWord> words) {
    for (AlignedWord word : words) {
      if (word.kind() != EditKind.CORRECT) {
        counts
            .computeIfAbsent(word.kind(), kind -> new HashMap<>())
            .merge(List.of(word.reference(), word.hypothesis()), 1L, Long::sum);
      }
    }
  }

  /** The most frequent ones first. */
  List<Confusion> of(EditKind kind, long most) {
    return counts.getOrDefault(kind, Map.of()).entrySet().stream()
        .sorted(
            Map.Entry.<List<String>, Long>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().get(0))
                .thenComparing(entry -> entry.getKey().get(1)))
        .limit(most)
        .map(
            entry ->
                new Confusion(
                    emptyToNull(entry.getKey().get(0)),
                    emptyToNull(entry.getKey().get(1)),
                    entry.getValue()))
        .toList();
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
