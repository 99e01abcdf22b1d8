// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.transcript.Word;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeardTest {
  private static List<Word> words(String text) {
    return Stream.of(text.split(" ")).map(word -> new Word(word, 0, 100, 1)).toList();
  }

  @Test
  void wordsThatWereLeftOutAndAddedAreTold() {
    Heard heard = Heard.align(List.of("we", "call", "it", "bear"), words("we call um a bear"));
    assertThat(heard.match()).containsExactly(0, 1, 3, 4);
    assertThat(heard.same()).containsExactly(true, true, false, true);
    assertThat(heard.insertedBefore().get(2)).containsExactly(2);
    assertThat(Heard.align(List.of("we", "call", "it"), words("we it")).match())
        .containsExactly(0, -1, 1);
  }

  @Test
  void numbersAreComparedDigitByDigit() {
    List<Word> digits = Heard.words(words("0351 seven"));
    assertThat(digits)
        .extracting(Word::text)
        .containsExactly("zero", "three", "five", "one", "seven");
    assertThat(digits.get(1).startMilliseconds()).isEqualTo(25);
    assertThat(Heard.align(List.of("Zero", "3", "five", "one", "7"), digits).same())
        .containsExactly(true, true, true, true, true);
  }

  @Test
  void aStretchTakesTheBeginningOfTheReferenceThatItHeard() {
    List<String> reference = List.of("one", "two", "three", "four", "five");
    assertThat(Heard.prefix(reference, words("one too three"), false)).isEqualTo(3);
    assertThat(Heard.prefix(reference, words("one two"), true)).isEqualTo(5);
  }
}
