// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The probabilities of a model that is adapted. A state stands for the longest context that the
 * model knows. Thread-safe.
 */
final class BaseModel {
  private final ConstFst fst;
  private final int end;
  private final float[] alone;

  /**
   * @throws UnsupportedFormatException if it does not know where sentences end
   */
  BaseModel(ConstFst fst) throws UnsupportedFormatException {
    this.fst = fst;
    OptionalInt label = fst.symbols().label("</s>");
    end = label.orElse(fst.symbols().limit());
    alone = new float[Math.max(fst.symbols().limit(), end) + 1];
    Arrays.fill(alone, 0);
    long first = fst.firstWord(fst.root());
    for (long arc = first; arc < first + fst.words(fst.root()); arc++) {
      int word = fst.label(arc);
      if (word >= alone.length) {
        throw new UnsupportedFormatException("an arc has an unknown word");
      }
      alone[word] = (float) Math.exp(-fst.cost(arc));
    }
    alone[end] = (float) Math.exp(-fst.finalCost(fst.root()));
  }

  ConstFst fst() {
    return fst;
  }

  /** The label of a sentence's end; no arc has it. */
  int end() {
    return end;
  }

  /** More than any label. */
  int limit() {
    return alone.length;
  }

  /** The probability of a word in no context; 0 if the model never says it. */
  double alone(int word) {
    return word < alone.length ? alone[word] : 0;
  }

  /** The probability of a word, or of the sentence's end, after a context. */
  double probability(int state, int word) {
    double weight = 1;
    int each = state;
    while (each != fst.root()) {
      double found = explicit(each, word);
      if (found >= 0) {
        return weight * found;
      }
      weight *= Math.exp(-fst.backoff(each));
      each = fst.parent(each);
    }
    return weight * alone(word);
  }

  /** The probability that the state itself has; negative if it has to back off. */
  double explicit(int state, int word) {
    if (state == fst.root()) {
      return alone(word) > 0 ? alone(word) : -1;
    }
    if (word == end) {
      float cost = fst.finalCost(state);
      return Float.isInfinite(cost) ? -1 : Math.exp(-cost);
    }
    long arc = fst.arc(state, word);
    return arc < 0 ? -1 : Math.exp(-fst.cost(arc));
  }

  /** The state after one more word. */
  int next(int state, int word) {
    int each = state;
    while (true) {
      long arc = fst.arc(each, word);
      if (arc >= 0) {
        return fst.target(arc);
      }
      if (each == fst.root()) {
        return each;
      }
      each = fst.parent(each);
    }
  }

  /** The state of words; {@link ConstFst#BEGIN} as the first stands for a sentence's beginning. */
  int state(int[] words, int from, int to) {
    boolean begins = from < to && words[from] == ConstFst.BEGIN;
    int state = begins ? fst.start() : fst.root();
    for (int i = begins ? from + 1 : from; i < to; i++) {
      state = next(state, words[i]);
    }
    return state;
  }
}
