// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Real Korean speech with names that the model gets wrong. */
class VoskPhraseListTest {
  /** The name of a product, which the second clip has three times. */
  private static final String NAME = "사용자 지정 음성";

  @Test
  void namesOfTheListAreRightAndOthersChangeNothing() throws Exception {
    SpeechSegment clip = Shared.korean(2);
    try (Engine engine = new VoskEngineProvider().open(Shared.model())) {
      Recognition without = engine.recognize(clip, RecognitionOptions.DEFAULT);
      assertThat(text(without)).doesNotContain(NAME).doesNotContain("음성 텍스트");

      RecognitionOptions listed =
          RecognitionOptions.DEFAULT.withPhrases(List.of(NAME, "음성 텍스트", "마이크로소프트"));
      Recognition with = engine.recognize(clip, listed);
      assertThat(text(with).split(NAME, -1)).hasSizeGreaterThanOrEqualTo(3);
      assertThat(text(with)).contains("음성 텍스트", "마이크로소프트");

      RecognitionOptions absent =
          RecognitionOptions.DEFAULT.withPhrases(
              List.of("블루투스 스피커", "서울특별시청", "김철수", "Contoso", "물류센터", "자동차 보험"));
      assertThat(engine.recognize(clip, absent)).isEqualTo(without);
    }
  }

  private static String text(Recognition recognition) {
    return recognition.phrases().stream()
        .map(phrase -> phrase.best().display())
        .collect(Collectors.joining(" "));
  }
}
