// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.recognition.SpokenLanguage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguagePlanTest {
  @Test
  void aLocaleIsFixedAndMayNameItsModel() {
    LanguagePlan plan =
        LanguagePlan.of(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of("ko-KR:vosk-small-ko,en:https://example.org/a:b.zip"));

    assertThat(plan.auto()).isFalse();
    assertThat(plan.spoken("ko-KR")).isEqualTo(SpokenLanguage.fixed("ko-KR"));
    assertThat(plan.model("ko-KR")).contains("vosk-small-ko");
    assertThat(plan.model("en-GB")).contains("https://example.org/a:b.zip");
    assertThat(plan.model("ja-JP")).isEmpty();
  }

  @Test
  void autoIsOneDecisionAFileUnlessSaidOtherwise() {
    List<String> candidates = List.of("ko_KR, en", "de-AT");
    assertThat(spoken(Optional.empty(), List.of())).isEqualTo(SpokenLanguage.single(List.of()));
    assertThat(spoken(Optional.empty(), candidates))
        .isEqualTo(SpokenLanguage.single(List.of("ko-KR", "en-US", "de-AT")));
    assertThat(spoken(Optional.of(LanguageIdentification.CONTINUOUS), candidates))
        .isEqualTo(SpokenLanguage.continuous(List.of("ko-KR", "en-US", "de-AT")));
  }

  private static SpokenLanguage spoken(
      Optional<LanguageIdentification> often, List<String> candidates) {
    return LanguagePlan.of(Optional.of("Auto"), often, candidates, List.of()).spoken("auto");
  }
}
