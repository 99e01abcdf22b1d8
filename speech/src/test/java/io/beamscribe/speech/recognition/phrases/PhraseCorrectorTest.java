// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseCorrectorTest {
  @ParameterizedTest
  @CsvSource({
    // What the Korean model recognised, and its confidences.
    "사용자:1 지정:1 금산:1 은:1, 사용자 지정 음성, 사용자 지정 음성 은",
    "사용자:1 지승:.73 금성:1 포털:1, 사용자 지정 음성, 사용자 지정 음성 포털",
    "흠:.43 상택:1 스트:1 모델이:.87, 음성 텍스트, 음성 텍스트 모델이",
    "테이타:.46 모델:1, 데이터, 데이터 모델",
    "마이크:.2 마이크로:.6 소프트:.58 의:1, 마이크로소프트, 마이크 마이크로소프트 의",
    "콜센터:.3 에:1, 콜 센터, 콜 센터 에",
    "ask:1 contose:.4 today:1, Contoso, ask Contoso today",
    "음성:1 텍스트:1, 음성 - 텍스트, 음성 - 텍스트",
    "음성:1 택스트:.4, 음성 - 텍스트 !, 음성 - 텍스트 !",
    "call:1 josé:.5 garsia:.6, José García, call José García",
  })
  void aNearMissBecomesThePhrase(String recognised, String phrase, String text) {
    assertThat(correct(recognised, phrase).display()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    // High confidence, and no neighbour that supports the phrase.
    "테이타:.95 모델:1, 데이터",
    // Too different, however low the confidence.
    "사용자:1 지정:1 구름산:1, 사용자 지정 음성",
    "물류:.3 창고:.3, 블루투스",
    // An inserted or missing word is not a misrecognised one.
    "사용자:1 음성:.1, 사용자 지정 음성",
    // Too short to be distinguished from others.
    "the:.1, she",
    // A dash is not spoken.
    "텍스트:1 하나:1, - 텍스트",
    // The phrase was recognised.
    "사용자:.1 지정:.1 음성:.1, 사용자 지정 음성",
  })
  void otherWordsStayAsTheyAre(String recognised, String phrase) {
    assertThat(correct(recognised, phrase)).isEqualTo(alternative(recognised));
  }

  @Test
  void correctedWordsHaveTheTimesAndTheDoubtOfThoseRecognised() {
    Reading corrected = correct("ask:1 con:.5 toze:.4 now:1", "Contoso");
    assertThat(corrected.words())
        .containsExactly(
            new Word("ask", 0, 300, 1),
            new Word("contoso", 400, 1100, .4),
            new Word("now", 1200, 1500, 1));
    assertThat(corrected.spellings()).containsExactly("ask", "Contoso", "now");
    assertThat(correct("콜샌터:.3", "콜 센터").words())
        .containsExactly(new Word("콜", 0, 100, .3), new Word("센터", 100, 300, .3));
  }

  @Test
  void correctWordsAreShownAsTheListWritesThem() {
    Reading shown = correct("ask:1 contoso:1 now:1", "Contoso");
    assertThat(shown.words())
        .containsExactly(
            new Word("ask", 0, 300, 1),
            new Word("contoso", 400, 700, 1),
            new Word("now", 800, 1100, 1));
    assertThat(shown.spellings()).containsExactly("ask", "Contoso", "now");
  }

  @Test
  void theNearestPhraseWinsWhateverTheOrder() {
    String recognised = "사용자:1 지정:1 음정:.2";
    assertThat(correct(recognised, "사용자 지정 일정", "사용자 지정 음성").display()).isEqualTo("사용자 지정 음성");
    assertThat(correct(recognised, "사용자 지정 음성", "사용자 지정 일정").display()).isEqualTo("사용자 지정 음성");
  }

  @Test
  void readingsThatComeToTheSameAreOne() {
    Phrase phrase =
        new Phrase(
            1, 0, 700, "ko-KR", List.of(alternative("테이타:.4 둘:1"), alternative("데이타:.4 둘:1")));
    Phrase corrected = new PhraseCorrector(List.of("데이터"), "ko-KR").correct(phrase);
    assertThat(corrected.readings()).extracting(Reading::display).containsExactly("데이터 둘");
    assertThat(corrected.locale()).isEqualTo("ko-KR");
  }

  private static Reading correct(String recognised, String... phrases) {
    Phrase phrase = new Phrase(0, 0, 9000, null, List.of(alternative(recognised)));
    return new PhraseCorrector(List.of(phrases), "ko-KR").correct(phrase).best();
  }

  /** Words of 300 ms with their confidences, 100 ms apart. */
  private static Reading alternative(String recognised) {
    List<Word> words = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (String word : recognised.split(" ")) {
      String[] parts = word.split(":");
      long start = 400L * words.size();
      words.add(new Word(parts[0], start, start + 300, Double.parseDouble(parts[1])));
      texts.add(parts[0]);
    }
    return Reading.verbatim(String.join(" ", texts), 0.5, words);
  }
}
