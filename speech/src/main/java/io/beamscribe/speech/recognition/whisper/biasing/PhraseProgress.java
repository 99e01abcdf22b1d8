// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.biasing;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a hypothesis has of listed phrases. Phrases earn when they are complete; until then there is
 * only hope, which ends with a token that does not go on with the phrase. Immutable.
 */
public final class PhraseProgress implements Favour {
  private final PhraseTree tree;

  /** Where it is inside a phrase or at the end of one. */
  private final PhraseTree.@Nullable Node node;

  /** The phrase that is complete, with which the one at {@link #node} begins. */
  private final PhraseTree.@Nullable Node shorter;

  /** The phrase just before the one at {@link #node}: said again at once, it earns nothing. */
  private final PhraseTree.@Nullable Node before;

  private final double earned;

  private PhraseProgress(
      PhraseTree tree,
      PhraseTree.@Nullable Node node,
      PhraseTree.@Nullable Node shorter,
      PhraseTree.@Nullable Node before,
      double earned) {
    this.tree = tree;
    this.node = node;
    this.shorter = shorter;
    this.before = before;
    this.earned = earned;
  }

  /** Before the first token. */
  public static PhraseProgress start(PhraseTree tree) {
    return new PhraseProgress(tree, null, null, null, 0);
  }

  /** What complete phrases earn, in natural logarithms. */
  @Override
  public double earned() {
    return earned;
  }

  /** What it earns if the phrase that it is in becomes the most valuable one. */
  @Override
  public double hoped() {
    return node == null ? earned : earned + Math.max(gain(shorter), node.most());
  }

  /** What it earns if the text ends here. */
  @Override
  public double atEnd() {
    return earned + gain(complete(tree.vocabulary().endOfText));
  }

  @Override
  public int places() {
    return 2;
  }

  /** With another token. */
  @Override
  public PhraseProgress with(int token) {
    PhraseTree.Node complete = complete(token);
    PhraseTree.Node next = node == null ? null : node.next(token);
    if (next != null) {
      return new PhraseProgress(tree, next, complete, before, earned);
    }
    PhraseTree.Node first = tree.root().next(token);
    return new PhraseProgress(
        tree, first, null, first == null ? null : complete, earned + gain(complete));
  }

  private PhraseTree.@Nullable Node complete(int token) {
    return node != null && node.endsBefore(token, tree.vocabulary()) ? node : shorter;
  }

  private double gain(PhraseTree.@Nullable Node complete) {
    return complete == null || complete == before ? 0 : complete.worth();
  }

  /** Gives the tokens with which a phrase goes on or begins; some may come twice. */
  @Override
  public void listed(IntConsumer tokens) {
    if (node != null) {
      for (int token : node.tokens()) {
        tokens.accept(token);
      }
    }
    for (int token : tree.root().tokens()) {
      tokens.accept(token);
    }
  }
}
