// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BracketedNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "[4] 명 숙박, 네 명 숙박",
    "싱글 는 [2] 개, 싱글 는 두 개",
    "[5] 월 [25] 일, 오 월 이십오 일",
    "오후 [1] 시 [30] 분, 오후 한 시 삼십 분",
    "[20] 살, 스무 살",
    "[17] 시, 십칠 시",
    "[4] 배포, 사 배포",
    "[07] 번, 영칠 번",
    "[unk] [1], [unk] 일"
  })
  void areWrittenAsTheyAreSaid(String recognized, String said) {
    assertThat(BracketedNumbers.said(List.of(recognized.split(" "))))
        .isEqualTo(List.of(said.split(" ")));
  }
}
