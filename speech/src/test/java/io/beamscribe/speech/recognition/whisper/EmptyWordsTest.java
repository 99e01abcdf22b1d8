// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.recognition.whisper.tokens.TokenWord;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmptyWordsTest {
  /** "With" is two tokens, between a word of 10 frames and one of 8. */
  private static final List<TokenWord> DISAGREES_WITH_THE =
      List.of(word(0, 1), word(1, 3), word(3, 4));

  @Test
  void wordTakesTimeOfTheOneBeforeIfThatIsLonger() {
    assertThat(EmptyWords.filled(DISAGREES_WITH_THE, new int[] {0, 10, 10, 10, 18}))
        .containsExactly(0, 7, 10, 10, 18);
  }

  @Test
  void wordTakesTimeOfTheOneAfterIfThatIsLonger() {
    assertThat(EmptyWords.filled(DISAGREES_WITH_THE, new int[] {0, 4, 4, 4, 18}))
        .containsExactly(0, 4, 4, 7, 18);
  }

  @Test
  void wordsKeepAtLeastHalfOfTheirTime() {
    assertThat(EmptyWords.filled(DISAGREES_WITH_THE, new int[] {0, 2, 2, 2, 3}))
        .containsExactly(0, 1, 2, 2, 3);
  }

  /** One that was left out stands between them. */
  @Test
  void wordTakesNoTimeThatIsNotBesideIt() {
    assertThat(EmptyWords.filled(List.of(word(0, 1), word(2, 3)), new int[] {0, 5, 10, 10}))
        .containsExactly(0, 5, 10, 10);
  }

  @Test
  void otherWordsStayAsTheyAre() {
    int[] begins = {0, 1, 4, 5, 9};
    assertThat(EmptyWords.filled(DISAGREES_WITH_THE, begins)).isEqualTo(begins).isNotSameAs(begins);
  }

  private static TokenWord word(int from, int to) {
    return new TokenWord("word", true, from, to);
  }
}
