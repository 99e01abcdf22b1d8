// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.adaptation;

import io.beamscribe.speech.languagemodel.TextModel;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the words of a text are worth after others: the ratio of the probability by model and text
 * together to that by the model alone, never less than 1, as no word is less likely for not being
 * in a text.
 */
final class Worths {
  /** No word may be worth so much that it is heard where it is not said. */
  private static final double MOST = 6;

  /** What makes no difference is left out. */
  private static final double LEAST = .5;

  /** A word that is worth less wherever it is would only stir up the search. */
  private static final double LEAST_ANYWHERE = 1;

  private final ReadText text;
  private final Map<List<Integer>, Double> worths = new LinkedHashMap<>();

  /** The mean of a sequence's expectations, of its last word. */
  private static final class Mean {
    private double sum;
    private int count;

    void add(double value) {
      sum += value;
      count++;
    }

    double exp() {
      return Math.exp(sum / count);
    }
  }

  /**
   * @param weight of the text, above 0 and below 1
   */
  Worths(ReadText text, double weight) {
    this.text = text;
    Map<List<Integer>, Mean> expected = expected();
    new TextModel(text.parts().stream().map(ReadText.Part::counted).toList(), ReadText.ORDER)
        .sequences(
            (words, probability) -> {
              List<Integer> key = key(words, 0, words.length);
              Mean mean = expected.get(key);
              if (mean != null) {
                double ratio = 1 - weight + weight * probability / mean.exp();
                worths.put(key, Math.min(MOST, Math.max(0, Math.log(ratio))));
              }
            });
  }

  private Map<List<Integer>, Mean> expected() {
    Map<List<Integer>, Mean> expected = new HashMap<>();
    for (ReadText.Part part : text.parts()) {
      for (int at = 0; at < part.expected().length; at++) {
        for (int from = at; from >= Math.max(0, at - ReadText.ORDER + 1); from--) {
          expected
              .computeIfAbsent(key(part.words(), from, at + 1), each -> new Mean())
              .add(part.expected()[at]);
        }
      }
    }
    return expected;
  }

  private static List<Integer> key(int[] words, int from, int to) {
    List<Integer> key = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      key.add(words[i]);
    }
    return key;
  }

  /** Writes what {@code TextFavours} reads; returns the number of words that are favoured. */
  int write(Path file) throws IOException {
    int words = 0;
    try (Writer out = Files.newBufferedWriter(file)) {
      for (Map.Entry<List<Integer>, Double> each : worths.entrySet()) {
        List<Integer> key = each.getKey();
        double shorter = key.size() == 1 ? 0 : worths.get(key.subList(1, key.size()));
        double least = key.size() == 1 ? LEAST_ANYWHERE : LEAST;
        if (Math.abs(each.getValue() - shorter) >= least) {
          words += key.size() == 1 ? 1 : 0;
          StringBuilder line =
              new StringBuilder(String.format(Locale.ROOT, "%.2f", each.getValue()));
          key.forEach(word -> line.append('\t').append(text.name(word)));
          out.write(line.append('\n').toString());
        }
      }
    }
    return words;
  }
}
