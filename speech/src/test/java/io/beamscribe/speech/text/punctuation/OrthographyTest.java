// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.punctuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrthographyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es-ES | en New Project. nuevo proyecto. | en New Project. Nuevo proyecto.",
        "fr-FR | l'anglais des États-unis et du royaume-uni | l'anglais des États-Unis et du"
            + " Royaume-Uni",
        "fr-FR | en corée du sud, | en Corée du Sud,",
        "it-IT | negli stati uniti. | negli Stati Uniti.",
        "en-US | the united, states | the united, states",
        "de-DE | die Anweisungen zum erstellen ihres Projekts | die Anweisungen zum Erstellen ihres"
            + " Projekts",
        "de-DE | beim lesen. | beim Lesen.",
        "de-DE | zum großen Teil zum ersten und letzten Mal | zum großen Teil zum ersten und"
            + " letzten Mal",
        "de-DE | zum nächsten, zum einen und zum anderen sagt er | zum nächsten, zum einen und zum"
            + " anderen sagt er",
        "ko-KR | 오디오 데이터, 와 해당 | 오디오 데이터 와 해당",
        "ko-KR | 데이터, 테스트, 학습 | 데이터, 테스트, 학습"
      })
  void writesWhatALanguageAsksFor(String locale, String heard, String written) {
    assertThat(
            Orthography.of(locale).written(words(heard)).stream()
                .map(word -> word.spelling() + word.after())
                .collect(Collectors.joining(" ")))
        .isEqualTo(written);
  }

  private static List<MarkedWord> words(String text) {
    return Stream.of(text.split(" "))
        .map(
            word -> {
              String bare = word.replaceAll("[.,]$", "");
              return MarkedWord.plain(bare).followedBy(word.substring(bare.length()));
            })
        .toList();
  }
}
