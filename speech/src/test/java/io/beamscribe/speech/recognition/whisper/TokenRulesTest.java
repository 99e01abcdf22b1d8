package io.beamscribe.speech.recognition.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.models.RealModels;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenRulesTest {
  private static final int TEXT = 500;
  private static final int BLANK = 220;
  private static final int MUSIC = 7;
  private static Vocabulary vocabulary;
  private static TokenRules rules;

  @BeforeAll
  static void read() throws IOException {
    vocabulary = Vocabulary.read(RealModels.get("whisper-base").folder());
    rules = new TokenRules(vocabulary, Set.of(MUSIC), Set.of(BLANK));
  }

  @Test
  void aTextBeginsWithATimestampOfTheFirstSecond() {
    float[] allowed = after();
    assertThat(allowed(allowed, TEXT)).isFalse();
    assertThat(allowed(allowed, time(0))).isTrue();
    assertThat(allowed(allowed, time(50))).isTrue();
    assertThat(allowed(allowed, time(51))).isFalse();
  }

  @Test
  void textFollowsABeginAndNotAnotherTimestamp() {
    float[] allowed = after(time(3));
    assertThat(allowed(allowed, TEXT)).isTrue();
    assertThat(allowed(allowed, MUSIC)).isFalse();
    assertThat(allowed(allowed, vocabulary.noSpeech)).isFalse();
    assertThat(allowed(allowed, time(3))).isFalse();
    assertThat(allowed(allowed, time(9))).isFalse();
  }

  @Test
  void anEndIsLaterThanItsBegin() {
    float[] allowed = after(time(3), TEXT);
    assertThat(allowed(allowed, time(3))).isFalse();
    assertThat(allowed(allowed, time(4))).isTrue();
    assertThat(allowed(allowed, TEXT)).isTrue();
  }

  @Test
  void afterAnEndComesABeginOrNothing() {
    float[] allowed = after(time(3), TEXT, time(9));
    assertThat(allowed(allowed, TEXT)).isFalse();
    assertThat(allowed(allowed, time(8))).isFalse();
    assertThat(allowed(allowed, time(9))).isTrue();
    assertThat(allowed(allowed, vocabulary.endOfText)).isTrue();
  }

  @Test
  void timestampsThatAreLikelierTogetherThanAnyTextWin() {
    float[] logits = new float[vocabulary.size()];
    logits[TEXT] = 3;
    rules.apply(path(time(3), TEXT), logits);
    // 1497 timestamps of logit 0 are e^7.3 together
    assertThat(allowed(logits, TEXT)).isFalse();
    logits = new float[vocabulary.size()];
    logits[TEXT] = 9;
    rules.apply(path(time(3), TEXT), logits);
    assertThat(allowed(logits, TEXT)).isTrue();
  }

  private static int time(int steps) {
    return vocabulary.firstTimestamp + steps;
  }

  /** Which tokens may come after some, where text and its end are likelier than all timestamps. */
  private static float[] after(int... tokens) {
    float[] logits = new float[vocabulary.size()];
    logits[TEXT] = 20;
    logits[vocabulary.endOfText] = 20;
    rules.apply(path(tokens), logits);
    return logits;
  }

  private static TokenNode path(int... tokens) {
    TokenNode node = TokenNode.prompt(null, vocabulary.startOfTranscript);
    for (int token : tokens) {
      node = node.child(token, -1);
    }
    return node;
  }

  private static boolean allowed(float[] logits, int token) {
    return logits[token] > Float.NEGATIVE_INFINITY;
  }
}
