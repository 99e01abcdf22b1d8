// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.biasing;

import io.beamscribe.speech.recognition.whisper.biasing.TokenKinds.Kind;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a hypothesis has of a text: each word of it earns what it is worth after the words before
 * it, but nothing if it was said a moment ago, so that a text does not go round in circles.
 * Immutable.
 */
public final class TextProgress implements Favour {
  private final TextFavours text;

  /** Where it is in a word of the text; null in any other, and between words. */
  private final @Nullable WordNode node;

  /** Whether it is in a word at all. */
  private final boolean inside;

  private final Recent recent;
  private final double earned;

  private TextProgress(
      TextFavours text, @Nullable WordNode node, boolean inside, Recent recent, double earned) {
    this.text = text;
    this.node = node;
    this.inside = inside;
    this.recent = recent;
    this.earned = earned;
  }

  /** The last words, the latest first, {@link WordNode#NONE} for those that are not in the text. */
  private record Recent(int last, int second, int third, int fourth) {
    static final Recent NOTHING =
        new Recent(WordNode.NONE, WordNode.NONE, WordNode.NONE, WordNode.NONE);

    Recent with(int word) {
      return new Recent(
          /* last= */ word, /* second= */ last, /* third= */ second, /* fourth= */ third);
    }

    boolean has(int word) {
      return word == last || word == second || word == third || word == fourth;
    }
  }

  /** Before the first token of a text. */
  public static TextProgress start(TextFavours text) {
    return new TextProgress(text, null, false, Recent.NOTHING, 0);
  }

  @Override
  public double earned() {
    return earned;
  }

  @Override
  public double hoped() {
    if (node == null) {
      return earned;
    }
    double most = text.most(TextFavours.ANYWHERE, node);
    most = Math.max(most, text.most(text.context(recent.last(), WordNode.NONE), node));
    most = Math.max(most, text.most(text.context(recent.last(), recent.second()), node));
    return earned + most;
  }

  /** One: words of a text are hoped for all the time, and most of them in vain. */
  @Override
  public int places() {
    return 1;
  }

  @Override
  public double atEnd() {
    return ended().earned;
  }

  @Override
  public TextProgress with(int token) {
    Kind kind = text.words().kinds().of(token);
    if (kind == Kind.MORE && inside) {
      return new TextProgress(text, node == null ? null : node.next(token), true, recent, earned);
    }
    TextProgress before = ended();
    return switch (kind) {
      case MARK -> before;
      case END ->
          new TextProgress(text, null, false, before.recent.with(WordNode.NONE), before.earned);
      case SINGLE -> before.into(token).ended();
      default -> before.into(token);
    };
  }

  private TextProgress into(int token) {
    return new TextProgress(text, text.root().next(token), true, recent, earned);
  }

  /** After the word that it is in. */
  private TextProgress ended() {
    if (!inside) {
      return this;
    }
    int word = node == null ? WordNode.NONE : node.word();
    double gain = word == WordNode.NONE || recent.has(word) ? 0 : worth(word);
    return new TextProgress(text, null, false, recent.with(word), earned + gain);
  }

  private double worth(int word) {
    for (int before : new int[] {recent.second(), WordNode.NONE}) {
      int context = text.context(recent.last(), before);
      if (context != TextFavours.ANYWHERE) {
        Float worth = text.worth(context, word);
        if (worth != null) {
          return worth;
        }
      }
    }
    Float worth = text.worth(TextFavours.ANYWHERE, word);
    return worth == null ? 0 : worth;
  }

  @Override
  public void listed(IntConsumer tokens) {
    if (node != null) {
      node.next().keySet().forEach(tokens::accept);
    }
    for (int token : text.first(TextFavours.ANYWHERE)) {
      tokens.accept(token);
    }
    for (int token : text.first(text.context(recent.last(), WordNode.NONE))) {
      tokens.accept(token);
    }
    for (int token : text.first(text.context(recent.last(), recent.second()))) {
      tokens.accept(token);
    }
  }
}
