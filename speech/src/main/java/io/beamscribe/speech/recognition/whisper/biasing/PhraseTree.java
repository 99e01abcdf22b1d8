// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.biasing;

import io.beamscribe.speech.recognition.whisper.tokens.BytePairs;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Listed phrases as a tree of their tokens. What may come next in one of them is looked up in the
 * node that a hypothesis is at, so that thousands of phrases cost a step of the search hardly more
 * than one. Immutable once built.
 */
public final class PhraseTree {
  /**
   * Tokens of a phrase from which the last may be missing where letters may follow: it is often
   * joined with them to another token.
   */
  private static final int LONG = 4;

  /** A beginning of phrases. */
  static final class Node {
    private final Map<Integer, Node> next = new HashMap<>();
    private double worth;
    private double most;
    private boolean open;
    private int[] tokens = {};

    /** What the phrase that ends here is worth, in natural logarithms; 0 if none does. */
    double worth() {
      return worth;
    }

    /** The most that a phrase is worth that ends here or goes on from here. */
    double most() {
      return most;
    }

    /** Whether a phrase that ends here is complete before a certain token. */
    boolean endsBefore(int token, Vocabulary vocabulary) {
      return worth > 0 && (open || vocabulary.endsWord(token));
    }

    @Nullable Node next(int token) {
      return next.get(token);
    }

    /** The tokens with which a phrase may go on from here, ascending. */
    int[] tokens() {
      return tokens;
    }

    private void close() {
      tokens = next.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
      next.values().forEach(Node::close);
    }
  }

  private final Node root = new Node();
  private final Vocabulary vocabulary;

  private PhraseTree(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The tree of some phrases; empty if there are none. */
  public static Optional<PhraseTree> of(List<String> phrases, Vocabulary vocabulary) {
    PhraseTree tree = new PhraseTree(vocabulary);
    for (String phrase : phrases) {
      boolean open = Spellings.mayGoOn(phrase);
      for (String spelling : Spellings.of(phrase)) {
        List<Integer> tokens = BytePairs.encode(spelling, vocabulary);
        tree.add(tokens, phrases.size(), open);
        if (open && tokens.size() >= LONG) {
          tree.add(tokens.subList(0, tokens.size() - 1), phrases.size(), true);
        }
      }
    }
    tree.root.close();
    return tree.root.tokens.length == 0 ? Optional.empty() : Optional.of(tree);
  }

  private void add(List<Integer> tokens, int phrases, boolean open) {
    double worth = Worth.of(tokens.size(), phrases);
    if (worth <= 0) {
      return;
    }
    Node node = root;
    for (int token : tokens) {
      node.most = Math.max(node.most, worth);
      node = node.next.computeIfAbsent(token, each -> new Node());
    }
    node.most = Math.max(node.most, worth);
    node.worth = Math.max(node.worth, worth);
    node.open |= open;
  }

  Node root() {
    return root;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }
}
