// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.said;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.transcript.Word;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasePatternTest {
  @ParameterizedTest
  @CsvSource({
    "refund, i want a refund now, 3-4",
    "Money Back, give me my money back, 3-5",
    "refund*, refunds and refunded, 0-1 2-3",
    "refund, refunds, ''",
    "i'm, i’m here, 0-1",
    "c'est ça, c'est ça, 0-2",
    "환불, 환불을 원해요, 0-1",
    "退款, 我 要 退 款 了, 2-4",
    "キャンセルしたい, 予約 を キャンセル したい です, 2-4",
  })
  void isFoundAmongWords(String pattern, String spoken, String places) {
    List<Word> words = Stream.of(spoken.split(" ")).map(word -> new Word(word, 0, 1, 1)).toList();

    assertThat(
            String.join(
                " ",
                new PhrasePattern(pattern)
                    .find(words).stream().map(at -> at.firstWord() + "-" + at.endWord()).toList()))
        .isEqualTo(places);
  }

  @Test
  void holdsAWord() {
    assertThatThrownBy(() -> new PhrasePattern(" ?! ")).hasMessageContaining("holds no word");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es", "it", "pt", "ko", "ja", "zh"})
  void everyLanguageHasCuesOfEveryKind(String language) {
    for (Cues.Kind kind : Cues.Kind.values()) {
      assertThat(Cues.of(language.toUpperCase(Locale.ROOT) + "-XX").patterns(kind)).isNotEmpty();
    }
    assertThat(Cues.of("xx").patterns(Cues.Kind.GREETING)).isEmpty();
  }
}
