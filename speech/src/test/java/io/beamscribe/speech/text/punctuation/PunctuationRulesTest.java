// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.punctuation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PunctuationRulesTest {

  @Test
  void aPhraseIsASentenceThatBeginsWithACapitalLetter() {
    assertThat(written("en-US", "we met on monday in france", 2000))
        .isEqualTo("We met on Monday in France.");
    assertThat(written("en-US", "what is that", 2000)).isEqualTo("What is that?");
    assertThat(written("en-US", "then i'm done", 2000)).isEqualTo("Then I'm done.");
    assertThat(written("es-ES", "dónde está", 2000)).isEqualTo("¿Dónde está?");
  }

  @Test
  void aPhraseThatWasCutGoesOn() {
    assertThat(written("en-US", "and then", 0)).isEqualTo("And then");
  }

  @Test
  void aLongPauseIsACommaWhereEndingsTellNothing() {
    assertThat(written("en-US", "well / i do not know", 2000)).isEqualTo("Well, I do not know.");
  }

  @Test
  void endingsOfKoreanEndSentences() {
    assertThat(written("ko-KR", "잘 됩니다 / 그럼 시작 할까요", 2000)).isEqualTo("잘 됩니다. 그럼 시작 할까요?");
  }

  @Test
  void aSentenceThatGoesOnHasNoCapitalLetter() {
    List<MarkedWord> marked =
        PunctuationRules.of("en-US").mark(words("of the house"), Map.of(), true, 2000, true);

    assertThat(marked.get(0).spelling()).isEqualTo("of");
  }

  @Test
  void marksThatAreSpokenStandAlone() {
    Dictation dictation = Dictation.of("en-US");

    assertThat(dictation.find(words("hello comma / how are you question mark"), false))
        .containsExactly(new Dictation.Spoken(1, 2, ","), new Dictation.Spoken(5, 7, "?"));
    assertThat(dictation.find(words("a period of time"), true)).isEmpty();
    assertThat(dictation.find(words("in that period"), false)).isEmpty();
    assertThat(dictation.find(words("hello comma world"), false)).isEmpty();
    assertThat(dictation.find(words("hello comma world"), true)).hasSize(1);
  }

  private static String written(String locale, String spoken, long silence) {
    return PunctuationRules.of(locale).mark(words(spoken), Map.of(), true, silence, false).stream()
        .map(word -> word.before() + word.spelling() + word.after())
        .collect(joining(" "));
  }

  /** Words of 300 ms; a slash is a pause of a second. */
  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    long at = 0;
    for (String word : text.split(" ")) {
      if (word.equals("/")) {
        at += 1000;
      } else {
        words.add(new Word(word, at, at + 300, 1));
        at += 300;
      }
    }
    return words;
  }
}
