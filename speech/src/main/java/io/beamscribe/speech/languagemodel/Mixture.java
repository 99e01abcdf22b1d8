// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * A model and one of a text, interpolated: all contexts and all sequences of either. States below
 * {@code fst.states()} are those of the base, the others are contexts of the text. On the heap are
 * 16 bytes a state. Thread-safe once made.
 */
final class Mixture {
  private final BaseModel base;
  private final ConstFst fst;
  private final KneserNey text;
  private final NgramCounts counts;
  private final MixtureWeights weights;
  private final Followers followers;

  /** States of the text's contexts, by node; -1 for what is no context. */
  private final int[] stateOfNode;

  /** The node of each state beyond those of the base. */
  private int[] nodeOfAdded = new int[64];

  private int states;

  /** The longest suffix of each context that the text has. */
  private final int[] inText;

  private final float[] weight;
  private final float[] backoff;
  private final double threshold;
  private final Progress progress;

  /**
   * @param threshold sequences whose loss costs less than this are left out, see {@link #loss}; 0
   *     for none
   */
  Mixture(
      BaseModel base, KneserNey text, MixtureWeights weights, double threshold, Progress progress) {
    this.progress = progress;
    this.base = base;
    this.fst = base.fst();
    this.text = text;
    this.counts = text.counts();
    this.weights = weights;
    this.threshold = threshold;
    this.followers = new Followers(counts);
    this.states = fst.states();
    this.stateOfNode = addContexts();
    this.inText = new int[states];
    this.weight = new float[states];
    this.backoff = new float[states];
    prepare();
    backOff();
  }

  /** A context is what words follow; those that the base lacks become states. */
  private int[] addContexts() {
    int[] found = new int[counts.size()];
    Arrays.fill(found, -1);
    found[0] = fst.root();
    int[] words = new int[counts.order()];
    for (int node = 1; node < found.length; node++) {
      if (followers.count(node) > 0 && counts.length(node) < counts.order()) {
        int length = counts.words(node, words);
        int state = base.state(words, 0, length);
        found[node] = fst.depth(state) == length ? state : add(node);
      }
    }
    return found;
  }

  private int add(int node) {
    int at = states - fst.states();
    if (at == nodeOfAdded.length) {
      nodeOfAdded = Arrays.copyOf(nodeOfAdded, 2 * at);
    }
    nodeOfAdded[at] = node;
    return states++;
  }

  private void prepare() {
    int[] words = new int[1 + deepest()];
    for (int depth = 0; depth <= deepest(); depth++) {
      for (int state = 0; state < states; state++) {
        if (depth(state) == depth) {
          int length = context(state, words);
          int node = length < 0 ? -1 : counts.node(words, 0, length);
          boolean known = node >= 0 && stateOfNode[node] >= 0;
          inText[state] = known ? node : depth == 0 ? 0 : inText[parent(state)];
          weight[state] =
              (float) (length < 0 ? weight[parent(state)] : weights.after(words, length));
        }
      }
    }
  }

  private void backOff() {
    for (int depth = 1; depth <= deepest(); depth++) {
      for (int state = 0; state < states; state++) {
        if (depth(state) == depth) {
          double[] left = {1, 1};
          int parent = parent(state);
          check(state);
          each(
              state,
              (word, probability) -> {
                left[0] -= probability;
                left[1] -= probability(parent, word);
              });
          double rest = Math.max(left[0], 1e-7) / Math.max(left[1], 1e-7);
          backoff[state] = (float) rest;
        }
      }
    }
  }

  BaseModel base() {
    return base;
  }

  int states() {
    return states;
  }

  int deepest() {
    return Math.max(fst.deepest(), counts.order() - 1);
  }

  int depth(int state) {
    return state < fst.states() ? fst.depth(state) : counts.length(added(state));
  }

  private int added(int state) {
    return nodeOfAdded[state - fst.states()];
  }

  /** The context without its oldest word. */
  int parent(int state) {
    return state < fst.states() ? fst.parent(state) : stateOfNode[counts.suffix(added(state))];
  }

  double backoff(int state) {
    return backoff[state];
  }

  private int context(int state, int[] into) {
    return state < fst.states() ? fst.context(state, into) : counts.words(added(state), into);
  }

  /** The state of the base that stands for a context. */
  private int inBase(int state) {
    int each = state;
    while (each >= fst.states()) {
      each = parent(each);
    }
    return each;
  }

  /** Takes words that may follow a context, with their probabilities. */
  interface Word {
    void take(int word, double probability);
  }

  /** Tells the words that a state itself has, in the order of their labels. */
  void each(int state, Word taker) {
    int mine = inBase(state);
    boolean ofBase = mine == state;
    int node = inText[state];
    boolean ofText = stateOfNode[node] == state;
    long arc = ofBase ? fst.firstWord(state) : 0;
    long end = ofBase ? arc + fst.words(state) : 0;
    int next = ofText ? followers.first(node) : 0;
    int last = ofText ? next + followers.count(node) : 0;
    int parent = parent(state);
    boolean ends = false;
    while (arc < end || next < last) {
      int label = arc < end ? fst.label(arc) : Integer.MAX_VALUE;
      int word = next < last ? followers.word(next) : Integer.MAX_VALUE;
      int least = Math.min(label, word);
      double usual = label == least ? Math.exp(-fst.cost(arc)) : base.probability(mine, least);
      arc += label == least ? 1 : 0;
      next += word == least ? 1 : 0;
      ends |= least == base.end();
      if (least != ConstFst.BEGIN) {
        take(state, parent, least, mixed(state, usual, least), taker);
      }
    }
    if (!ends && ofBase && base.explicit(state, base.end()) >= 0) {
      double usual = base.explicit(state, base.end());
      taker.take(base.end(), mixed(state, usual, base.end()));
    }
  }

  private void take(int state, int parent, int word, double probability, Word taker) {
    if (threshold > 0
        && state != fst.root()
        && word != base.end()
        && loss(state, parent, word, probability) < threshold
        && depth(target(state, word)) <= depth(state)) {
      return;
    }
    taker.take(word, probability);
  }

  private void check(int state) {
    if (state % 10_000 == 0) {
      progress.check();
    }
  }

  /** How many words a state itself has, the sentence's end among them. */
  int count(int state) {
    check(state);
    int[] count = {0};
    each(state, (word, probability) -> count[0]++);
    return count[0];
  }

  /** Tells what it costs to leave out each of those words of a state that may be. */
  void losses(int state, DoubleConsumer taker) {
    check(state);
    if (state != fst.root()) {
      int parent = parent(state);
      each(
          state,
          (word, probability) -> {
            if (word != base.end() && depth(target(state, word)) <= depth(state)) {
              taker.accept(loss(state, parent, word, probability));
            }
          });
    }
  }

  private double mixed(int state, double usual, int word) {
    double share = weight[state];
    return (1 - share) * usual + share * text.probability(inText[state], word);
  }

  /**
   * What it costs to leave out a word after a context, in nats a word of text (Seymore and
   * Rosenfeld 1996, Scalable Backoff Language Models), by the base's idea of how likely it is.
   */
  private double loss(int state, int parent, int word, double probability) {
    double without = base.alone(word);
    if (parent != fst.root()) {
      without = base.probability(inBase(parent), word);
    }
    return contextProbability(state)
        * probability
        * Math.max(0, Math.log(probability) - Math.log(Math.max(without, 1e-12)));
  }

  private double contextProbability(int state) {
    int[] words = new int[1 + deepest()];
    int length = context(state, words);
    double product = 1;
    int each = fst.root();
    for (int i = 0; i < length; i++) {
      if (words[i] == ConstFst.BEGIN) {
        product *= .05;
        each = fst.start();
      } else {
        product *= base.probability(each, words[i]);
        each = base.next(each, words[i]);
      }
    }
    return product;
  }

  /** The probability of a word, or of the sentence's end, after a context. */
  double probability(int state, int word) {
    double product = 1;
    int each = state;
    while (true) {
      double found = explicit(each, word);
      if (found >= 0) {
        return product * found;
      }
      if (each == fst.root()) {
        return 0;
      }
      product *= backoff[each];
      each = parent(each);
    }
  }

  private double explicit(int state, int word) {
    int mine = inBase(state);
    double usual = mine == state ? base.explicit(state, word) : -1;
    int node = inText[state];
    boolean said = stateOfNode[node] == state && counts.child(node, word) >= 0;
    if (usual < 0 && !said) {
      return -1;
    }
    double probability = mixed(state, usual < 0 ? base.probability(mine, word) : usual, word);
    double[] kept = {-1};
    take(state, parent(state), word, probability, (same, found) -> kept[0] = found);
    return kept[0];
  }

  /** The state after one more word: the longest context that it completes. */
  int target(int state, int word) {
    int found = base.next(inBase(state), word);
    int depth = fst.depth(found);
    int node = inText[state];
    while (true) {
      int longer = counts.child(node, word);
      if (longer >= 0 && stateOfNode[longer] >= 0) {
        return counts.length(longer) > depth ? stateOfNode[longer] : found;
      }
      if (node == 0) {
        return found;
      }
      node = counts.suffix(node);
    }
  }
}
