// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.models.store.RealModels;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ids from package tokenizers 0.22 with the model's tokenizer.json. */
class BytePairsTest {
  private static Vocabulary vocabulary;

  @BeforeAll
  static void read() throws IOException {
    vocabulary = Vocabulary.read(RealModels.get("whisper-base").folder());
  }

  @Test
  void textBecomesTheTokensOfTheReference() {
    assertThat(encode(" Hello world, isn't it 3.50?"))
        .containsExactly(2425, 1002, 11, 1943, 380, 309, 805, 13, 2803, 30);
    assertThat(encode(" Schrödinger's Katze"))
        .containsExactly(46191, 973, 3584, 260, 311, 8365, 1381);
    assertThat(encode("안녕하세요")).containsExactly(49200, 12831, 15377);
    assertThat(encode("日本語のテスト")).containsExactly(27311, 31348, 2972, 22985, 40498);
    assertThat(encode(" a  b\n")).containsExactly(257, 220, 272, 198);
  }

  /** Ids from OpenAI's tiktoken; the list of merges in tokenizer.json lacks the first of them. */
  @Test
  void shortWordsAreTheTokensThatWhisperWasTaught() {
    assertThat(encode(" the way to that time")).containsExactly(264, 636, 281, 300, 565);
  }

  @Test
  void tokensBecomeTheSameTextAgain() {
    String text = " naïve 你好 \uD83D\uDE00 Straße";
    assertThat(vocabulary.text(encode(text))).isEqualTo(text);
  }

  @Test
  void marksAreWhereTheyAreNamed() {
    assertThat(vocabulary.endOfText).isEqualTo(50257);
    assertThat(vocabulary.noSpeech).isEqualTo(50362);
    assertThat(vocabulary.noTimestamps).isEqualTo(50363);
    assertThat(vocabulary.languages()).hasSize(99).containsEntry("en", 50259);
  }

  private static List<Integer> encode(String text) {
    return BytePairs.encode(text, vocabulary);
  }
}
