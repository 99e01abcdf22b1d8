// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.spacing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.transcript.DisplayWord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordSpacingTest {
  private static List<DisplayWord> pieces(String text) {
    List<DisplayWord> pieces = new ArrayList<>();
    for (String word : text.split(" ")) {
      pieces.add(new DisplayWord(word, pieces.size(), pieces.size() + 1));
    }
    return pieces;
  }

  private static String joined(String locale, String text) {
    return WordSpacing.of(locale).joined(pieces(text)).stream()
        .map(DisplayWord::text)
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "프로젝트 를 만들 수 있습니다 | 프로젝트를 만들 수 있습니다",
        "미국 에서 영어 를 사용 하는 사람 이 많습니다 | 미국에서 영어를 사용하는 사람이 많습니다",
        "언어 에 만 적용 됩니다 | 언어에만 적용됩니다",
        "탭 을 선택 한 다음 저장 합니다 | 탭을 선택한 다음 저장합니다",
        "기록 하지 않고 도 검사 할 수 있습니다 | 기록하지 않고도 검사할 수 있습니다",
        "방법 을 배우 려면 | 방법을 배우려면",
        "문서 가 열 과 행 으로 표시 됩니다 | 문서가 열과 행으로 표시됩니다",
        "4개 를 골랐다 | 4개를 골랐다",
        "PC 를 켜고 CD 을 넣는다 | PC를 켜고 CD을 넣는다"
      })
  void particlesAndVerbsOfNounsAreWrittenWithTheNoun(String apart, String together) {
    assertThat(joined("ko-KR", apart)).isEqualTo(together);
  }

  /** Sentences as people write them, whose words of one syllable stand for themselves. */
  @ParameterizedTest
  @CsvSource({
    "이 옵션은 다음 이 페이지에서 볼 수 있다",
    "사과 한 개와 물 한 잔을 주세요",
    "결정을 합니다",
    "이렇게 합니다",
    "집에서 잘 합니다",
    "그 사람 이 책 저 책 다 읽었다",
    "하려고 합니다",
    "만 명이 왔다",
    "와 정말 크다"
  })
  void whatPeopleWriteApartStays(String text) {
    assertThat(joined("ko-KR", text)).isEqualTo(text);
  }

  @Test
  void aParticleFitsTheSoundBeforeIt() {
    assertThat(joined("ko-KR", "컷 는 로")).isEqualTo("컷 는 로");
    assertThat(joined("ko-KR", "서울 로 간다")).isEqualTo("서울로 간다");
  }

  @Test
  void aJoinedWordIsMadeOfItsWords() {
    assertThat(WordSpacing.of("ko-KR").joined(pieces("언어 에 만 쓴다")))
        .containsExactly(new DisplayWord("언어에만", 0, 3), new DisplayWord("쓴다", 3, 4));
  }

  @Test
  void otherLanguagesStay() {
    assertThat(joined("en-US", "에 를 합니다")).isEqualTo("에 를 합니다");
  }
}
