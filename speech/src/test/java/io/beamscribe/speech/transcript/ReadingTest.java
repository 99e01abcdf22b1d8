// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {
  private static final List<Word> SPOKEN = words("see you at ten thirty mister smith");

  private static final Reading FORMED =
      new Reading(
          "see you at ten thirty mister smith",
          "see you at 10:30 mr smith",
          "see you at 10:30 mr smith",
          "See you at 10:30, Mr. Smith!",
          .9,
          SPOKEN,
          List.of(
              new DisplayWord("See", 0, 1),
              new DisplayWord("you", 1, 2),
              new DisplayWord("at", 2, 3),
              new DisplayWord("10:30,", 3, 5),
              new DisplayWord("Mr.", 5, 6),
              new DisplayWord("Smith!", 6, 7)));

  /** A second each. */
  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    for (String word : text.split(" ")) {
      long at = 1000L * words.size();
      words.add(new Word(word, at, at + 1000, 1 - words.size() / 10.0));
    }
    return words;
  }

  @Test
  void whatAnEngineWroteIsAllFormsButTheLexicalOne() {
    Reading spelled =
        Reading.spelled("Ten, then.", .5, words("ten then"), List.of("Ten,", "then."));
    assertThat(spelled.lexical()).isEqualTo("ten then");
    assertThat(List.of(spelled.itn(), spelled.maskedItn(), spelled.display()))
        .containsOnly("Ten, then.");
    assertThat(spelled.displayed()).extracting(Word::text).containsExactly("Ten,", "then.");
    assertThat(Reading.verbatim("no times", .5, List.of()).lexical()).isEqualTo("no times");
  }

  @Test
  void hasNoDisplayWordsWhereReadersSeeWhatWasSpoken() {
    List<Word> words = words("as spoken");
    assertThat(Reading.spelled("as spoken", 1, words, List.of("as", "spoken")))
        .isEqualTo(Reading.verbatim("as spoken", 1, words));
    assertThat(Reading.verbatim("as spoken", 1, words).displayed()).isEqualTo(words);
  }

  @Test
  void displayWordsHaveTheTimesOfTheWordsTheyAreMadeOf() {
    assertThat(FORMED.displayed())
        .contains(new Word("10:30,", 3000, 5000, .6), new Word("Mr.", 5000, 6000, .5));
    assertThat(FORMED.spellings())
        .containsExactly("See", "you", "at", "ten", "thirty", "Mr.", "Smith!");
  }

  @Test
  void aPartHasTheTextOfItsWords() {
    assertThat(FORMED.part(0, 3).display()).isEqualTo("See you at");
    Reading end = FORMED.part(3, 7);
    assertThat(end.display()).isEqualTo("10:30, Mr. Smith!");
    assertThat(end.lexical()).isEqualTo("ten thirty mister smith");
    assertThat(end.displayWords())
        .containsExactly(
            new DisplayWord("10:30,", 0, 2),
            new DisplayWord("Mr.", 2, 3),
            new DisplayWord("Smith!", 3, 4));
  }

  @Test
  void aDisplayWordThatIsCutThroughIsShownAsSpoken() {
    assertThat(FORMED.part(0, 4).display()).isEqualTo("See you at ten");
    assertThat(FORMED.part(4, 7).display()).isEqualTo("thirty Mr. Smith!");
    assertThat(FORMED.part(4, 7).words()).isEqualTo(SPOKEN.subList(4, 7));
  }

  @Test
  void aTextThatIsNotMadeOfItsWordsIsCutIntoTheWords() {
    Reading other = Reading.verbatim("10:30", 1, words("ten thirty"));
    assertThat(other.part(0, 1).display()).isEqualTo("ten");
    assertThat(other.part(1, 2).display()).isEqualTo("thirty");
  }

  @Test
  void refusesDisplayWordsOfNoWordsAndInOtherOrders() {
    for (List<DisplayWord> wrong :
        List.of(
            List.of(new DisplayWord("a", 0, 0)),
            List.of(new DisplayWord("a", 0, 3)),
            List.of(new DisplayWord("a", 0, 2), new DisplayWord("b", 1, 2)))) {
      assertThatThrownBy(() -> new Reading("a b", "", "", "", 1, words("a b"), wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
