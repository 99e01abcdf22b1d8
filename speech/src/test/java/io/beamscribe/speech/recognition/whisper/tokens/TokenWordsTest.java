// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.models.store.RealModels;
import io.beamscribe.speech.text.WordEdges;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenWordsTest {
  private static Vocabulary vocabulary;

  @BeforeAll
  static void read() throws IOException {
    vocabulary = Vocabulary.read(RealModels.get("whisper-base").folder());
  }

  @Test
  void wordsKeepTheirMarks() {
    assertThat(words(" \"Well,\" said Mr. O'Hara - $3.50, isn't it?", "en"))
        .containsExactly("\"Well,\"", "said", "Mr.", "O'Hara -", "$3.50,", "isn't", "it?");
  }

  @Test
  void languagesWithoutSpacesAreCutAtLetters() {
    assertThat(words("你好，世界。", "zh").get(0)).startsWith("你");
    assertThat(String.join("", words("音声「認識」です。", "ja"))).isEqualTo("音声「認識」です。");
  }

  @Test
  void lettersOfSeveralTokensStayWhole() {
    assertThat(words(" \uD83D\uDE00 日 안녕", "en")).allMatch(word -> !word.contains("\uFFFD"));
  }

  @Test
  void everyTokenBelongsToOneWord() {
    List<Integer> tokens = BytePairs.encode(" One, two... three - four!", vocabulary);
    List<TokenWord> words = new TokenWords(vocabulary).split(tokens, "en");
    assertThat(words.get(0).from()).isZero();
    for (int i = 1; i < words.size(); i++) {
      assertThat(words.get(i).from()).isEqualTo(words.get(i - 1).to());
    }
    assertThat(words.get(words.size() - 1).to()).isEqualTo(tokens.size());
  }

  @Test
  void lexicalFormsHaveNoMarksAround() {
    assertThat(WordEdges.of("\"Well,\"").lexical("en-US")).isEqualTo("well");
    assertThat(WordEdges.of("O'Hara").lexical("en-US")).isEqualTo("o'hara");
    assertThat(WordEdges.of("$3.50,").lexical("en-US")).isEqualTo("$3.50");
    assertThat(WordEdges.of("¿Qué?").lexical("en-US")).isEqualTo("qué");
    assertThat(WordEdges.of("...").lexical("en-US")).isEqualTo("...");
  }

  private static List<String> words(String text, String language) {
    return new TokenWords(vocabulary)
        .split(BytePairs.encode(text, vocabulary), language).stream()
            .map(TokenWord::display)
            .toList();
  }
}
