// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.recognition.SpokenLanguage;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;

class LanguagePlanTest {
  private final TranscribeOptions options =
      PipelineOptionsFactory.create().as(TranscribeOptions.class);

  @Test
  void aLocaleIsFixedAndMayNameItsModel() throws Exception {
    options.setModels(List.of("ko-KR:vosk-small-ko,en:https://example.org/a:b.zip"));
    LanguagePlan plan = LanguagePlan.of(options);

    assertThat(plan.auto()).isFalse();
    assertThat(plan.spoken("ko-KR")).isEqualTo(SpokenLanguage.fixed("ko-KR"));
    assertThat(plan.model("ko-KR")).contains("vosk-small-ko");
    assertThat(plan.model("en-GB")).contains("https://example.org/a:b.zip");
    assertThat(plan.model("ja-JP")).isEmpty();
  }

  @Test
  void autoIsOneDecisionAFileUnlessSaidOtherwise() throws Exception {
    options.setLocale("Auto");
    assertThat(LanguagePlan.of(options).spoken("auto")).isEqualTo(SpokenLanguage.single(List.of()));
    options.setCandidateLocales(List.of("ko_KR, en", "de-AT"));
    assertThat(LanguagePlan.of(options).spoken("auto"))
        .isEqualTo(SpokenLanguage.single(List.of("ko-KR", "en-US", "de-AT")));
    options.setLanguageIdentification(LanguageIdentification.CONTINUOUS);
    assertThat(LanguagePlan.of(options).spoken("auto"))
        .isEqualTo(SpokenLanguage.continuous(List.of("ko-KR", "en-US", "de-AT")));
  }
}
