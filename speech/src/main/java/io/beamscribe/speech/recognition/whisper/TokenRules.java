package io.beamscribe.speech.recognition.whisper;

import java.util.Arrays;
import java.util.Set;

/**
 * What may follow a hypothesis, as OpenAI's reference decoder has it: text stands between two
 * timestamps, timestamps never go back, the first lies within the first second, and where all
 * timestamps together are likelier than any text, a timestamp it is.
 */
final class TokenRules {
  /** Latest begin of the first text, in timestamps. */
  private static final int LATEST_BEGIN = 50;

  private final Vocabulary vocabulary;
  private final int[] never;
  private final int[] neverFirst;

  /**
   * @param never ids that are never text, by the model's own configuration
   * @param neverFirst ids that are no beginning
   */
  TokenRules(Vocabulary vocabulary, Set<Integer> never, Set<Integer> neverFirst) {
    this.vocabulary = vocabulary;
    this.never = never.stream().mapToInt(Integer::intValue).toArray();
    this.neverFirst = neverFirst.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Makes the logits of forbidden tokens negative infinity.
   *
   * @param after the hypothesis so far
   */
  void apply(TokenNode after, float[] logits) {
    forbid(logits, never);
    forbid(logits, vocabulary.endOfText + 1, vocabulary.firstTimestamp);
    if (after.length == 0) {
      forbid(logits, neverFirst);
    }
    applyTimestamps(after, logits);
  }

  private void applyTimestamps(TokenNode after, float[] logits) {
    if (after.length == 0) {
      forbid(logits, 0, vocabulary.firstTimestamp);
      forbid(logits, vocabulary.firstTimestamp + LATEST_BEGIN + 1, logits.length);
      return;
    }
    boolean last = vocabulary.isTimestamp(after.token);
    boolean before = after.length < 2 || vocabulary.isTimestamp(after.parent.token);
    if (last && before) {
      forbid(logits, vocabulary.firstTimestamp, logits.length);
    } else if (last) {
      forbid(logits, 0, vocabulary.endOfText);
    }
    int latest = latestTimestamp(after);
    if (latest >= 0) {
      // A second of a pair may repeat the first; a new end may not repeat its begin.
      forbid(logits, vocabulary.firstTimestamp, last && !before ? latest : latest + 1);
    }
    if (preferTimestamp(logits)) {
      forbid(logits, 0, vocabulary.firstTimestamp);
    }
  }

  private int latestTimestamp(TokenNode after) {
    for (TokenNode node = after; node.length > 0; node = node.parent) {
      if (vocabulary.isTimestamp(node.token)) {
        return node.token;
      }
    }
    return -1;
  }

  private boolean preferTimestamp(float[] logits) {
    float text = Logits.greatest(logits, 0, vocabulary.firstTimestamp);
    float most = Logits.greatest(logits, vocabulary.firstTimestamp, logits.length);
    return most > Float.NEGATIVE_INFINITY
        && Logits.logSumExp(logits, vocabulary.firstTimestamp, logits.length, most) > text;
  }

  private static void forbid(float[] logits, int from, int to) {
    if (from < to) {
      Arrays.fill(logits, from, to, Float.NEGATIVE_INFINITY);
    }
  }

  private static void forbid(float[] logits, int[] ids) {
    for (int id : ids) {
      logits[id] = Float.NEGATIVE_INFINITY;
    }
  }
}
