// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.pronunciation.PronunciationOptions.Granularity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PronunciationOptionsTest {
  private static String header(String json) {
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void namesMayBeginWithSmallOrCapitalLetters() {
    PronunciationOptions options =
        PronunciationOptions.header(
            header(
                "{\"ReferenceText\":\"Good morning.\",\"GradingSystem\":\"HundredMark\","
                    + "\"granularity\":\"word\",\"Dimension\":\"Comprehensive\","
                    + "\"EnableMiscue\":\"True\",\"phonemeAlphabet\":\"IPA\","
                    + "\"nbestPhonemeCount\":3,\"enableProsodyAssessment\":true}"));
    assertThat(options)
        .isEqualTo(
            new PronunciationOptions(
                "Good morning.", true, Granularity.WORD, true, true, true, 3, true));
  }

  @Test
  void whatIsNotGivenIsAsTheServiceHasIt() {
    assertThat(PronunciationOptions.json("{}"))
        .isEqualTo(
            new PronunciationOptions(
                "", false, Granularity.PHONEME, false, false, false, 0, false));
  }

  @Test
  void aWrongValueIsToldInASentence() {
    assertThatThrownBy(() -> PronunciationOptions.json("{\"gradingSystem\":\"Ten\"}"))
        .hasMessage("gradingSystem must be one of FivePoint, HundredMark.");
    assertThatThrownBy(() -> PronunciationOptions.header("%%"))
        .hasMessage("Pronunciation-Assessment is not base 64.");
    assertThatThrownBy(() -> PronunciationOptions.header(header("[]")))
        .hasMessage("Pronunciation assessment needs a JSON object.");
    assertThatThrownBy(() -> PronunciationOptions.json("{\"nBestPhonemeCount\":11}"))
        .hasMessage("nBestPhonemeCount must be 0 to 10.");
  }
}
