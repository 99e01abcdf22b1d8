// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Suggestions and lists of choices for messages. */
public final class Words {
  /** Similarity below which nothing is suggested. */
  private static final double ALIKE = 0.8;

  private Words() {}

  /** The choice most similar to a word; empty if none is similar enough. */
  public static Optional<String> nearest(String word, Collection<String> choices) {
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    String wanted = word.toLowerCase(Locale.ROOT);
    record Scored(String choice, double score) {}
    return choices.stream()
        .map(c -> new Scored(c, similarity.apply(wanted, c.toLowerCase(Locale.ROOT))))
        .filter(scored -> scored.score() >= ALIKE)
        .max(Comparator.comparingDouble(Scored::score))
        .map(Scored::choice);
  }

  /** The message for a value that is none of the choices. */
  public static String mustBe(String name, List<String> choices, String given) {
    return "%s must be %s, not '%s'.".formatted(name, either(choices), given);
  }

  /** As {@code a, b or c}. */
  public static String either(List<String> choices) {
    int last = choices.size() - 1;
    return last < 1
        ? String.join("", choices)
        : String.join(", ", choices.subList(0, last)) + " or " + choices.get(last);
  }
}
