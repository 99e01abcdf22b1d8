// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.activity.ActivityOptions;
import io.beamscribe.speech.audio.AudioStreamChoice;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.Isolation;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.recognition.Task;
import io.beamscribe.speech.speakers.KnownVoice;
import io.beamscribe.speech.speakers.KnownVoices;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.speech.text.forms.TextOptions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Pins fingerprints: finished work of users is recognised by them, so no renaming and no new
 * component may change one unless {@code RESULT_VERSION} is raised.
 */
class FingerprintTest {
  private static final String AUDIO = "0".repeat(64);

  private static final RecognitionOptions KOREAN =
      RecognitionOptions.of(SpokenLanguage.fixed("ko-KR"));

  private static final RecognitionOptions MANY =
      new RecognitionOptions(
          3,
          SpokenLanguage.continuous(List.of("de-DE", "en-GB")),
          Task.TRANSLATE,
          List.of("Müller, \"Meier\"", "한국어 \\ \t", "</b> & ümlaut \u2028 😀"),
          1);

  private static final List<LocaleModel> MODELS =
      List.of(
          new LocaleModel(
              "de-DE", new EngineSpec("vosk", "/models/de", "d1", Isolation.PROCESS), "vosk-de"),
          new LocaleModel(
              "ja-JP", new EngineSpec("vosk", "/models/ja", "d2", Isolation.NONE), "vosk-ja"));

  @Test
  void plainSettings() {
    assertThat(fingerprint(ActivityOptions.DEFAULT, KOREAN, List.of(), null, false))
        .isEqualTo("a4bab99a0fe3816d295879dd6a19ca3be4214ad346334656ccd40929b155f94e");
  }

  @Test
  void manyOptionsAndModelsOfLocales() {
    assertThat(fingerprint(ActivityOptions.CERTAIN, MANY, MODELS, null, true))
        .isEqualTo("47e910345a5fd8f3fb354b92c21bd0d55eb44fba11cea29a07ce4d606140332b");
  }

  @Test
  void diarization() {
    assertThat(
            fingerprint(
                ActivityOptions.CERTAIN,
                KOREAN,
                List.of(),
                diarization(SpeakerOptions.ANY, null, false),
                false))
        .isEqualTo("c8457d630c5ede65f7f0d6be53870d29da75e64aa0472c38a043fad3ac14057b");
  }

  @Test
  void keptEmbeddings() {
    assertThat(
            fingerprint(
                ActivityOptions.CERTAIN,
                KOREAN,
                List.of(),
                diarization(new SpeakerOptions(2, 4), null, true),
                false))
        .isEqualTo("3be4ef0fdc349cd77ace67a3213394e736e5aabe25d3b688eda4850227a87442");
  }

  @Test
  void knownVoices() {
    KnownVoices known =
        new KnownVoices(
            List.of(
                new KnownVoice("Zoë", "digest of voices", 12.345678901234567, "AAAA+/8="),
                new KnownVoice("Anna-Maria", "digest of voices", 1e7, null)));
    assertThat(
            fingerprint(
                ActivityOptions.CERTAIN,
                MANY,
                MODELS,
                diarization(new SpeakerOptions(1, 2), known, true),
                true))
        .isEqualTo("b667cd743d04232a4a14f703bf543d98e1a962d823497062c66a990098442488");
  }

  @Test
  void theSameInLocalesWithDigitsOfTheirOwn() {
    Locale usual = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      diarization();
      keptEmbeddings();
      manyOptionsAndModelsOfLocales();
    } finally {
      Locale.setDefault(usual);
    }
  }

  /** A file of which something is known has the fingerprint that flags would give it. */
  @Test
  void whatIsKnownOfAFileCountsAsFlagsWould() {
    LocaleModel vosk =
        new LocaleModel(
            "ko-KR",
            new EngineSpec("vosk", "/models/vosk", "digest of vosk", Isolation.PROCESS),
            "vosk-small-ko");
    RecognitionOptions english = RecognitionOptions.of(SpokenLanguage.fixed("en-US"));
    ResultSettings all =
        settings("whisper", "en-US", english.withPhrases(List.of("Contoso")), List.of(vosk), 1, 36);

    assertThat(all.of(new FileChoice(null, List.of(), null)).digest()).isEqualTo(all.digest());
    assertThat(all.of(new FileChoice("de-DE", List.of("Beamscribe", "Contoso"), 2)).digest())
        .isEqualTo(
            settings(
                    "whisper",
                    "de-DE",
                    RecognitionOptions.of(SpokenLanguage.fixed("de-DE"))
                        .withPhrases(List.of("Contoso", "Beamscribe")),
                    List.of(),
                    2,
                    2)
                .digest());
    ResultSettings korean = all.of(new FileChoice("ko-KR", List.of(), null));
    assertThat(korean.recognition().engine()).isEqualTo(vosk.engine());
    assertThat(korean.recognition().modelId()).isEqualTo("vosk-small-ko");
    assertThat(korean.recognition().activity()).isEqualTo(ActivityOptions.DEFAULT);
  }

  private static ResultSettings settings(
      String engine,
      String locale,
      RecognitionOptions options,
      List<LocaleModel> ofFiles,
      int least,
      int most) {
    return new ResultSettings(
        new RecognitionSettings(
            new EngineSpec(engine, "/models/whisper", "digest of model", Isolation.PROCESS),
            "whisper-base",
            locale,
            List.of(),
            "/models/detector",
            "digest of detector",
            ChannelMode.AUTO,
            AudioStreamChoice.DEFAULT,
            ActivityOptions.CERTAIN,
            options,
            true,
            null,
            ofFiles),
        diarization(new SpeakerOptions(least, most), null, false),
        TextOptions.DEFAULT);
  }

  private static DiarizationSettings diarization(
      SpeakerOptions speakers, KnownVoices known, boolean keep) {
    return new DiarizationSettings(
        "/models/segmentation",
        "digest of segmentation",
        "/models/voices",
        "digest of voices",
        speakers,
        known,
        keep);
  }

  private static String fingerprint(
      ActivityOptions activity,
      RecognitionOptions recognition,
      List<LocaleModel> models,
      DiarizationSettings diarization,
      boolean wordTimes) {
    return new ResultSettings(
            new RecognitionSettings(
                new EngineSpec("whisper", "/models/whisper", "digest of model", Isolation.PROCESS),
                "whisper-base",
                "ko-KR",
                models,
                "/models/detector",
                "digest of detector",
                wordTimes ? ChannelMode.MIX : ChannelMode.AUTO,
                AudioStreamChoice.DEFAULT,
                activity,
                recognition,
                wordTimes,
                null),
            diarization,
            TextOptions.DEFAULT)
        .fingerprint(AUDIO);
  }
}
