// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import static io.beamscribe.transforms.testing.Voices.joined;
import static io.beamscribe.transforms.testing.Voices.silence;
import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.transcript.ModelUse;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcription.LocaleModel;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.testing.SharedData;
import io.beamscribe.transforms.testing.Voices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Languages identified by the real model, in real speech. */
class RealLanguagesTest {
  @TempDir Path folder;

  @Test
  void filesHaveTheirLanguagesWhateverTheirLength() throws Exception {
    float[] korean = spoken("ko-KR");
    float[] english = spoken("en-US");
    write("korean.wav", korean);
    write("english.wav", english);
    write("long.wav", joined(english, silence(240), english));
    run(
        Jobs.identifyingWithWhisper(
            folder.resolve("out"), SpokenLanguage.single(List.of()), List.of()));

    assertThat(result("korean.wav").provenance().locale()).isEqualTo("ko-KR");
    assertThat(result("english.wav").provenance().locale()).isEqualTo("en-US");
    assertThat(result("long.wav").provenance().locale()).isEqualTo("en-US");
    assertThat(result("korean.wav").phrases()).isNotEmpty();
    assertThat(result("long.wav").phrases())
        .allMatch(phrase -> phrase.locale().equals("en-US"))
        .anyMatch(phrase -> phrase.startMilliseconds() > 240_000);
  }

  @Test
  void eachLanguageIsHeardByItsModel() throws Exception {
    write("mixed.wav", joined(spoken("en-US"), silence(3), spoken("ko-KR")));
    LocaleModel korean = new LocaleModel("ko-KR", Jobs.engine("vosk-small-ko"), "vosk-small-ko");
    run(
        Jobs.identifyingWithWhisper(
            folder.resolve("out"),
            SpokenLanguage.continuous(List.of("en-GB", "ko-KR")),
            List.of(korean)));

    Transcript mixed = result("mixed.wav");
    assertThat(mixed.phrases()).extracting(Phrase::locale).startsWith("en-GB").endsWith("ko-KR");
    assertThat(mixed.provenance().models())
        .containsExactly(new ModelUse("ko-KR", "vosk", "vosk-small-ko", korean.engine().digest()));
    for (Phrase phrase : mixed.phrases()) {
      boolean hangul =
          phrase.best().display().codePoints().anyMatch(c -> c >= '\uac00' && c <= '\ud7a3');
      assertThat(hangul).as(phrase.best().display()).isEqualTo(phrase.locale().equals("ko-KR"));
    }
  }

  /** The first seconds of a recording of a language, from the data beside the repository. */
  private static float[] spoken(String locale) throws Exception {
    Path recording = SharedData.required("customspeech/" + locale + "/training_audio2.wav");
    return Arrays.copyOf(new Voices(recording).natural(), 9 * 16_000);
  }

  private void write(String name, float[] samples) throws Exception {
    Files.createDirectories(folder.resolve("audio"));
    Voices.write(folder.resolve("audio").resolve(name), samples);
  }

  private void run(TranscriptionSettings settings) {
    Jobs.run(settings, folder.resolve("audio"));
  }

  private Transcript result(String name) throws Exception {
    return Jobs.transcript(folder.resolve("out"), name);
  }
}
