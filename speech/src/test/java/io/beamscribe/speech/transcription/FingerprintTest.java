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
import java.util.List;
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
        .isEqualTo("bb3e6b4b63dc997e130f2db32bc20913b16224c87a1627e9af76d42146110451");
  }

  @Test
  void manyOptionsAndModelsOfLocales() {
    assertThat(fingerprint(ActivityOptions.CERTAIN, MANY, MODELS, null, true))
        .isEqualTo("2de0bc0808b27bf54b6aecb4486ed2d5c6b9b28038364d50e16396fd6a806e63");
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
        .isEqualTo("673e5199dd617aa252e42a8bf75a18a25f9879ea92e8fecd36299383d5880293");
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
        .isEqualTo("5384bb49ce5e9c7dd5c86238319cc4ce2e06ba0870563a80bd239d5df4f69f7d");
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
        .isEqualTo("9642dea629a56f9cb2f83da42ccacc7c40bb0213a5830698893135012faa93ce");
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
                wordTimes),
            diarization)
        .fingerprint(AUDIO);
  }
}
