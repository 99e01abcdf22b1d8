// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.models.store.RealModels;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
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
    rules = new TokenRules(vocabulary, Set.of(MUSIC, vocabulary.startOfTranscript), Set.of(BLANK));
  }

  @Test
  void whatThePublisherExcludesIsNoText() {
    TokenNode begin = TokenNode.prompt(null, vocabulary.startOfTranscript);
    float[] first = allowedAfter(begin);
    assertThat(first[TEXT]).isZero();
    assertThat(first[MUSIC]).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(first[BLANK]).isEqualTo(Float.NEGATIVE_INFINITY);
    float[] later = allowedAfter(begin.child(TEXT, -1));
    assertThat(later[BLANK]).isZero();
    assertThat(later[MUSIC]).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(later[vocabulary.endOfText]).isZero();
  }

  private static float[] allowedAfter(TokenNode node) {
    float[] logits = new float[vocabulary.endOfText + 1];
    rules.apply(node, logits);
    return logits;
  }
}
