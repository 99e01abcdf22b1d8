package io.beamscribe.speech.recognition.whisper;

import java.util.Arrays;

/**
 * What may follow a hypothesis, as OpenAI's reference decoder has it: text stands between two
 * timestamps, timestamps never go back, the first lies within the first second, and where all
 * timestamps together are likelier than any text, a timestamp it is.
 */
final class TokenRules {
  /** Latest begin of the first text, in timestamps. */
  private static final int LATEST_BEGIN = 50;

  private final Vocabulary vocabulary;
  private final boolean timestamps;
  private final boolean[] never;
  private final boolean[] neverFirst;

  TokenRules(WhisperModel model, boolean timestamps) {
    this.vocabulary = model.vocabulary();
    this.timestamps = timestamps;
    never = new boolean[vocabulary.size()];
    for (int id : model.suppressed()) {
      never[id] = true;
    }
    Arrays.fill(never, vocabulary.endOfText + 1, vocabulary.firstTimestamp, true);
    if (!timestamps) {
      Arrays.fill(never, vocabulary.firstTimestamp, never.length, true);
    }
    neverFirst = never.clone();
    for (int id : model.suppressedAtFirst()) {
      neverFirst[id] = true;
    }
  }

  /**
   * Makes the logits of forbidden tokens negative infinity.
   *
   * @param after the hypothesis so far
   */
  void apply(TokenNode after, float[] logits) {
    boolean[] forbidden = after.length == 0 ? neverFirst : never;
    for (int id = 0; id < logits.length; id++) {
      if (forbidden[id]) {
        logits[id] = Float.NEGATIVE_INFINITY;
      }
    }
    if (timestamps) {
      applyTimestamps(after, logits);
    }
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
}
