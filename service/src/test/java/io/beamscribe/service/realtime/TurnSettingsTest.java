// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.service.entities.ApiException;
import io.beamscribe.speech.pronunciation.PronunciationOptions;
import io.beamscribe.speech.text.profanity.ProfanityMode;
import io.beamscribe.speech.text.punctuation.PunctuationMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the SDKs were seen to send. */
class TurnSettingsTest {
  private static final String UNIVERSAL = "/speech/universal/v2";

  @Test
  void thePathTellsTheMode() throws Exception {
    String path = "/speech/recognition/interactive/cognitiveservices/v1";
    TurnSettings settings = of(path, Map.of("language", "en-us"), "");
    assertThat(settings.mode()).isEqualTo(TurnMode.INTERACTIVE);
    assertThat(settings.languages()).containsExactly("en-US");
    assertThat(settings.detailed()).isFalse();
    assertThat(settings.ends().initialSilence()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void nativeClientsWriteCapitals() throws Exception {
    TurnSettings settings =
        of(
            UNIVERSAL,
            Map.of(),
            """
            {"phraseDetection":{"mode":"CONVERSATION","language":"ko-KR",
              "CONVERSATION":{"segmentation":{"mode":"Custom","segmentationSilenceTimeoutMs":800}},
              "enrichment":{"profanity":"raw"},
              "speakerDiarization":{"mode":"Anonymous","audioOffsetMS":0}},
             "phraseOutput":{"format":"Detailed",
              "detailed":{"options":["WordTimings","WordConfidence"]},
              "interimResults":{"stableThreshold":3}},
             "dgi":{"Groups":[{"Type":"Generic","Items":[{"Text":"Beam"},{"Text":"Flink"}]}]}}\
            """);
    assertThat(settings.mode()).isEqualTo(TurnMode.CONVERSATION);
    assertThat(settings.languages()).containsExactly("ko-KR");
    assertThat(settings.words()).isTrue();
    assertThat(settings.detailed()).isTrue();
    assertThat(settings.profanity()).isEqualTo(ProfanityMode.NONE);
    assertThat(settings.ends().silence()).isEqualTo(Duration.ofMillis(800));
    assertThat(settings.stableWords()).isEqualTo(3);
    assertThat(settings.phrases()).containsExactly("Beam", "Flink");
    assertThat(settings.speakers()).isTrue();
  }

  @Test
  void spokenMarksAreForThoseWhoDictateOrAsk() throws Exception {
    String dictation = "/speech/recognition/dictation/cognitiveservices/v1";
    String trueText =
        "{\"phraseDetection\":{\"enrichment\":{\"%s\":{\"punctuationMode\":\"%s\"}}}}";
    assertThat(of(UNIVERSAL, Map.of(), "").punctuation()).isEqualTo(PunctuationMode.AUTOMATIC);
    assertThat(of(UNIVERSAL, Map.of("punctuation", "explicit"), "").punctuation())
        .isEqualTo(PunctuationMode.DICTATED);
    assertThat(of(UNIVERSAL, Map.of(), trueText.formatted("conversation", "None")).punctuation())
        .isEqualTo(PunctuationMode.NONE);
    assertThat(of(dictation, Map.of(), trueText.formatted("dictation", "Implicit")).punctuation())
        .isEqualTo(PunctuationMode.DICTATED_AND_AUTOMATIC);
  }

  @Test
  void candidatesOfDetectionTakeThePlaceOfTheLanguage() throws Exception {
    TurnSettings settings =
        of(
            UNIVERSAL,
            Map.of("language", "en-us"),
            """
            {"languageId":{"languages":["en-US","de-DE"],"mode":"DetectContinuous"}}\
            """);
    assertThat(settings.identify()).isTrue();
    assertThat(settings.atStart()).isFalse();
    assertThat(settings.languages()).containsExactly("en-US", "de-DE");
  }

  @Test
  void pronunciationIsAssessedAsTheContextSays() throws Exception {
    String context =
        """
        {"phraseDetection":{"enrichment":{"pronunciationAssessment":{
          "referenceText":"Good morning.","gradingSystem":"HundredMark",
          "granularity":"Word","nbestPhonemeCount":3}}},%s"x":1}\
        """;
    TurnSettings settings = of(UNIVERSAL, Map.of("language", "en-us"), context.formatted(""));
    assertThat(settings.detailed()).isTrue();
    PronunciationOptions options = settings.pronunciation().orElseThrow();
    assertThat(options.referenceText()).isEqualTo("Good morning.");
    assertThat(options.hundred()).isTrue();
    assertThat(options.nBestPhonemes()).isEqualTo(3);
    String languages = "\"languageId\":{\"languages\":[\"en-US\",\"de-DE\"]},";
    assertThatThrownBy(() -> of(UNIVERSAL, Map.of(), context.formatted(languages)))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("one language");
  }

  private static TurnSettings of(String path, Map<String, String> query, String context)
      throws FrameException {
    return TurnSettings.of(path, query, LooseJson.parse(context.getBytes(StandardCharsets.UTF_8)));
  }
}
