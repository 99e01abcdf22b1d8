// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.biasing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A beginning of words of a text, in tokens. Not thread-safe until nothing is added any more. */
final class WordNode {
  static final int NONE = -1;

  final int id;
  private final Map<Integer, WordNode> next = new HashMap<>();
  private int word = NONE;

  WordNode(int id) {
    this.id = id;
  }

  /** Makes the nodes of a spelling; returns how many numbers of nodes are then in use. */
  int add(List<Integer> tokens, int spelled, int used) {
    WordNode node = this;
    int numbers = used;
    for (int token : tokens) {
      WordNode after = node.next.get(token);
      if (after == null) {
        after = new WordNode(numbers++);
        node.next.put(token, after);
      }
      node = after;
    }
    if (node.word == NONE) {
      node.word = spelled;
    }
    return numbers;
  }

  /** The number of the word that ends here; {@link #NONE} if none does. */
  int word() {
    return word;
  }

  @Nullable WordNode next(int token) {
    return next.get(token);
  }

  Map<Integer, WordNode> next() {
    return next;
  }
}
