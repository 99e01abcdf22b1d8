// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Words that take half a second each; a bar in the text is a pause of a second. */
class EarlyFinalsTest {
  private final EarlyFinals finals = new EarlyFinals();

  private static List<Phrase> heard(String text) {
    List<Phrase> phrases = new ArrayList<>();
    long time = 0;
    for (String each : text.split(" \\| ")) {
      List<Word> words = new ArrayList<>();
      for (String word : each.split(" ")) {
        String spoken = word.replaceAll("\\p{Punct}", "").toLowerCase(Locale.ROOT);
        words.add(new Word(spoken, time, time + 400, 1));
        time += 500;
      }
      Reading reading = Reading.spelled(each, 1, words, List.of(each.split(" ")));
      long start = words.get(0).startMilliseconds();
      phrases.add(new Phrase(0, start, time - 100, "en", List.of(reading)));
      time += 1000;
    }
    return phrases;
  }

  private static String words(int count, String after) {
    return String.join(" ", Collections.nCopies(count, "word")) + after;
  }

  @Test
  void aPhraseIsFinalWhenTwoResultsAgreeAndMoreIsSaid() {
    assertThat(finals.with(heard("Hold on."))).isZero();
    assertThat(finals.with(heard("Hold on."))).isZero();
    assertThat(finals.with(heard("Hold on. | Hold"))).isEqualTo(2);
  }

  @Test
  void whatOneResultSaysIsNot() {
    assertThat(finals.with(heard("Hold on. | Hold"))).isZero();
    assertThat(finals.with(heard("Told on. | Hold out"))).isZero();
    assertThat(finals.with(heard("Told on. | Hold out."))).isEqualTo(2);
  }

  @Test
  void marksAndCapitalsMayDiffer() {
    finals.with(heard("hold on, hold"));
    assertThat(finals.with(heard("Hold on. | Hold out"))).isEqualTo(2);
  }

  @Test
  void anyMarkEndsALongSentence() {
    String clause = words(10, ",");
    finals.with(heard(clause + " " + words(4, "")));
    assertThat(finals.with(heard(clause + " " + words(4, "")))).isZero();
    finals.with(heard(clause + " " + words(8, "")));
    assertThat(finals.with(heard(clause + " " + words(8, "")))).isEqualTo(10);
  }

  @Test
  void speechWithoutMarksEndsAtLast() {
    finals.with(heard(words(29, "")));
    assertThat(finals.with(heard(words(29, "")))).isZero();
    finals.with(heard(words(31, "")));
    assertThat(finals.with(heard(words(31, "")))).isBetween(14, 29);
  }

  @Test
  void theRestCountsAsHeardOnce() {
    finals.with(heard("One. | Two"));
    List<Phrase> next = heard("One. | Two. | Three");
    assertThat(finals.with(next)).isEqualTo(2);
    finals.goOn(PhraseParts.from(next, 2));
    assertThat(finals.with(heard("Three. | Four"))).isEqualTo(1);
  }
}
