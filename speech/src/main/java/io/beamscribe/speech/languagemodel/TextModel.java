// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.util.List;

/**
 * What may follow what in a text, by modified Kneser-Ney smoothing: a model of that text alone,
 * whatever it is to be mixed with. Thread-safe.
 */
public final class TextModel {
  private final NgramCounts counts;
  private final KneserNey smoothed;

  /**
   * @param parts of the text; nothing goes on from one to another
   * @param order the longest sequence of words that is counted
   */
  public TextModel(List<Part> parts, int order) {
    counts = new NgramCounts(order);
    parts.forEach(part -> counts.add(part.times(), part.words()));
    smoothed = new KneserNey(counts, word -> 0);
  }

  /**
   * A part of a text.
   *
   * @param times how often it is said; less than once if it is one of several that may be said
   * @param words as numbers above 0
   */
  public record Part(double times, int[] words) {}

  /** Takes the sequences of a text. */
  public interface Sequences {
    /**
     * Takes one.
     *
     * @param words of the sequence
     * @param probability of the last after the others
     */
    void take(int[] words, double probability);
  }

  /** The probability of a word of a part after those before it; 0 if the text lacks the word. */
  public double probability(int[] part, int at) {
    int context = 0;
    for (int i = Math.max(0, at - counts.order() + 1); i < at; i++) {
      context = smoothed.next(context, part[i]);
    }
    return smoothed.probability(context, part[at]);
  }

  /** Gives each sequence once, shorter ones before those that begin or end with them. */
  public void sequences(Sequences taker) {
    for (int node = 1; node < counts.size(); node++) {
      int[] words = new int[counts.length(node)];
      counts.words(node, words);
      taker.take(words, smoothed.probability(counts.prefix(node), counts.word(node)));
    }
  }
}
