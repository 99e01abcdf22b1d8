// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A token with all its predecessors: the hypotheses of a window form a tree of shared prefixes. */
public final class TokenNode {
  /** The row of a node whose keys and values are not, or no longer, in the cache. */
  static final int NO_ROW = -1;

  final @Nullable TokenNode parent;
  final int token;

  /** Place among all tokens of the decoder, the prompt included, from 0. */
  public final int position;

  /** Natural logarithm of the token's own probability. */
  public final double logProbability;

  /** Of all tokens after the prompt together. */
  final double sum;

  /** Tokens after the prompt. */
  final int length;

  /** Where keys and values of the token lie in the {@link KvCache}, which sets it. */
  int row = NO_ROW;

  private TokenNode(
      @Nullable TokenNode parent,
      int token,
      double logProbability,
      double sum,
      int position,
      int length) {
    this.parent = parent;
    this.token = token;
    this.logProbability = logProbability;
    this.sum = sum;
    this.position = position;
    this.length = length;
  }

  /** A token of the prompt. */
  public static TokenNode prompt(@Nullable TokenNode parent, int token) {
    return new TokenNode(parent, token, 0, 0, parent == null ? 0 : parent.position + 1, 0);
  }

  public TokenNode child(int next, double probability) {
    return new TokenNode(this, next, probability, sum + probability, position + 1, length + 1);
  }

  /** The tokens after the prompt, in order. */
  public List<TokenNode> path() {
    Deque<TokenNode> path = new ArrayDeque<>();
    for (TokenNode node = this; node != null && node.length > 0; node = node.parent) {
      path.addFirst(node);
    }
    return List.copyOf(path);
  }
}
