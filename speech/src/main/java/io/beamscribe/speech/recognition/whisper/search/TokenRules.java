// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.search;

import io.beamscribe.speech.recognition.whisper.Alignment;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What may follow a hypothesis: text and its end, but no token that the model's publisher excludes.
 * Timestamps are not used: words get their times from {@link Alignment}, and with timestamps a
 * window's text ends where the last sentence does, so that the rest would have to be decoded again.
 */
public final class TokenRules {
  private final int[] never;
  private final int[] neverFirst;

  /**
   * @param never ids that are never text, by the model's own configuration
   * @param neverFirst ids that never begin a text
   */
  public TokenRules(Vocabulary vocabulary, Set<Integer> never, Set<Integer> neverFirst) {
    this.never = ids(vocabulary, never);
    this.neverFirst = ids(vocabulary, neverFirst);
  }

  private TokenRules(int[] never, int[] neverFirst) {
    this.never = never;
    this.neverFirst = neverFirst;
  }

  /** The same with more ids that never begin a text. */
  public TokenRules notBeginningWith(IntStream more) {
    return new TokenRules(never, IntStream.concat(IntStream.of(neverFirst), more).toArray());
  }

  private static int[] ids(Vocabulary vocabulary, Set<Integer> ids) {
    return ids.stream()
        .mapToInt(Integer::intValue)
        .filter(id -> id <= vocabulary.endOfText)
        .sorted()
        .toArray();
  }

  /**
   * Makes the logits of forbidden tokens negative infinity.
   *
   * @param after the hypothesis so far
   * @param logits of text and its end
   */
  void apply(TokenNode after, float[] logits) {
    forbid(logits, never);
    if (after.length == 0) {
      forbid(logits, neverFirst);
    }
  }

  private static void forbid(float[] logits, int[] ids) {
    for (int id : ids) {
      logits[id] = Float.NEGATIVE_INFINITY;
    }
  }
}
