// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LexiconTest {
  private final Lexicon lexicon = Lexicon.english();

  @Test
  void wordsOfTheDictionaryHaveAllTheirPronunciationsTheUsualOneFirst() {
    assertThat(ways("the")).startsWith("DH AH").contains("DH IY").doesNotHaveDuplicates();
  }

  private List<String> ways(String word) {
    return lexicon.pronunciations(word).stream().map(LexiconTest::text).toList();
  }

  private static String text(List<Phone> phones) {
    return phones.stream().map(phone -> phone.phoneme().name()).collect(Collectors.joining(" "));
  }

  @Test
  void speakersWhoDropTheRAreRight() {
    assertThat(ways("for")).contains("F AO R", "F AO");
    assertThat(ways("better")).contains("B EH T ER", "B EH T AH");
    assertThat(ways("very")).as("before a vowel it is said").noneMatch(way -> !way.contains("R"));
  }

  @Test
  void aWordOutsideTheDictionaryIsSaidByItsLetters() {
    assertThat(lexicon.contains("blorficate")).isFalse();
    assertThat(ways("blorficate").get(0)).startsWith("B L").contains("F").contains("K");
  }

  @Test
  void numbersAreSaidDigitByDigit() {
    assertThat(ways("27").get(0)).startsWith("T").contains("S").endsWith("N");
  }

  @Test
  void aGenitiveIsItsWordAndAnS() {
    assertThat(ways("zebra's").get(0)).isEqualTo("Z IY B R AH Z");
  }

  @Test
  void whatHasNoLettersIsNotSaid() {
    assertThat(ways("'")).isEmpty();
  }
}
