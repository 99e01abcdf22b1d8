// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import static io.beamscribe.transforms.testing.Voices.joined;
import static io.beamscribe.transforms.testing.Voices.silence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.ReportFiles;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.ModelUse;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcription.LocaleModel;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.testing.Tones;
import io.beamscribe.transforms.testing.Voices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How speech is routed by its identified language, on an engine that shows it. */
class LanguagesTest {
  private static final SpokenLanguage ANY = SpokenLanguage.single(List.of());
  private static final SpokenLanguage KOREAN_OR_GERMAN =
      SpokenLanguage.single(List.of("ko-KR", "de-AT"));
  private static final SpokenLanguage EACH = SpokenLanguage.continuous(List.of("ko-KR", "de-AT"));
  private static final LocaleModel KOREAN =
      new LocaleModel("ko-KR", Jobs.loudness("korean"), "vosk-korean");

  @TempDir Path folder;
  private Voices voices;

  @BeforeEach
  void voices() throws Exception {
    voices = new Voices(Jobs.clip("korean-1.flac", folder.resolve("clip/clip.flac")));
    Files.createDirectories(folder.resolve("audio"));
  }

  @Test
  void aFileHeardInOneCallIsDecidedInIt() throws Exception {
    write("loud.wav", voices.loud());
    write("quiet.wav", voices.quiet());
    run(Jobs.identifying(folder.resolve("out"), ANY, List.of()));

    assertThat(texts("loud.wav")).allMatch(text -> text.startsWith("main SINGLE"));
    assertThat(locales("loud.wav")).containsOnly("ko-KR");
    assertThat(result("loud.wav").provenance().locale()).isEqualTo("ko-KR");
    assertThat(locales("quiet.wav")).containsOnly("en-US");
    assertThat(result("quiet.wav").provenance().flags())
        .extracting(Flag::kind)
        .containsExactly("noSpeech");
    assertThat(ReportFiles.read(Files.newInputStream(folder.resolve("out/report.json"))).details())
        .extracting(FileReport::locale)
        .containsExactly("ko-KR", "en-US");
  }

  @Test
  void allBlocksAndTracksOfAFileAgree() throws Exception {
    float[] loud = joined(voices.loud(), voices.loud());
    write("tracks.wav", joined(loud, silence(20)), joined(silence(20), voices.quiet()));
    write("blocks.wav", joined(loud, silence(240), voices.quiet()));
    run(Jobs.identifying(folder.resolve("out"), KOREAN_OR_GERMAN, List.of()));

    assertThat(result("tracks.wav").channels()).hasSize(2);
    for (String file : List.of("tracks.wav", "blocks.wav")) {
      assertThat(texts(file)).allMatch(text -> text.startsWith("main FIXED"));
      assertThat(locales(file)).containsOnly("ko-KR");
    }
    assertThat(result("tracks.wav").phrases()).extracting(Phrase::channel).contains(0, 1);
    assertThat(result("blocks.wav").phrases())
        .anyMatch(phrase -> phrase.startMilliseconds() > 120_000);
  }

  @Test
  void eachSegmentMayHaveALanguageOfItsOwn() throws Exception {
    write("mixed.wav", joined(voices.quiet(), silence(3), voices.loud(), voices.loud()));
    run(Jobs.identifying(folder.resolve("out"), EACH, List.of()));

    assertThat(texts("mixed.wav")).allMatch(text -> text.startsWith("main CONTINUOUS"));
    assertThat(locales("mixed.wav")).startsWith("de-AT").endsWith("ko-KR");
    assertThat(result("mixed.wav").provenance().locale()).isEqualTo("ko-KR,de-AT");
  }

  @Test
  void languagesGoToTheirModels() throws Exception {
    write("mixed.wav", joined(voices.quiet(), silence(3), voices.loud(), voices.loud()));
    run(Jobs.identifying(folder.resolve("out"), EACH, List.of(KOREAN)));

    for (Phrase phrase : result("mixed.wav").phrases()) {
      assertThat(phrase.best().display())
          .startsWith(phrase.locale().equals("ko-KR") ? "korean FIXED" : "main FIXED");
    }
    assertThat(locales("mixed.wav")).startsWith("de-AT").endsWith("ko-KR");
    assertThat(result("mixed.wav").provenance().model()).isEqualTo("main");
    assertThat(result("mixed.wav").provenance().models())
        .containsExactly(new ModelUse("ko-KR", "loudness", "vosk-korean", "digest of korean"));
  }

  @Test
  void aFileGoesToTheModelOfItsLanguage() throws Exception {
    write("loud.wav", voices.loud());
    write("quiet.wav", voices.quiet());
    run(Jobs.identifying(folder.resolve("out"), ANY, List.of(KOREAN)));

    assertThat(texts("loud.wav")).allMatch(text -> text.startsWith("korean FIXED"));
    assertThat(locales("loud.wav")).containsOnly("ko-KR");
    assertThat(texts("quiet.wav")).allMatch(text -> text.startsWith("main FIXED"));
    assertThat(locales("quiet.wav")).containsOnly("en-US");
    assertThat(result("quiet.wav").provenance().models()).isEmpty();
  }

  @Test
  void nothingSaidIsNoLanguage() throws Exception {
    Tones.write(folder.resolve("audio/tone.wav"), 240);
    run(Jobs.identifying(folder.resolve("out"), ANY, List.of()));

    assertThat(result("tone.wav").phrases()).isEmpty();
    assertThat(result("tone.wav").provenance().locale()).isEqualTo("und");
  }

  @Test
  void aModelThatTellsNoLanguagesFailsTheJob() throws Exception {
    write("loud.wav", voices.loud());
    TranscriptionSettings deaf = Jobs.identifying(folder.resolve("out"), "deaf", ANY, List.of());

    assertThatThrownBy(() -> run(deaf))
        .hasMessageContaining("The model deaf cannot identify languages");
  }

  @Test
  void allThatChangesLanguagesChangesTheFingerprint() {
    Path out = folder.resolve("out");
    LocaleModel other = new LocaleModel("ko-KR", Jobs.loudness("other"), KOREAN.modelId());
    assertThat(
            List.of(
                Jobs.identifying(out, ANY, List.of()),
                Jobs.identifying(out, KOREAN_OR_GERMAN, List.of()),
                Jobs.identifying(out, EACH, List.of()),
                Jobs.identifying(out, EACH, List.of(KOREAN)),
                Jobs.identifying(out, EACH, List.of(other))))
        .extracting(settings -> settings.results().digest())
        .doesNotHaveDuplicates();
  }

  private void write(String name, float[]... channels) throws Exception {
    Voices.write(folder.resolve("audio").resolve(name), channels);
  }

  private void run(TranscriptionSettings settings) {
    Jobs.run(settings, folder.resolve("audio"));
  }

  private Transcript result(String name) throws Exception {
    return Jobs.transcript(folder.resolve("out"), name);
  }

  private List<String> texts(String name) throws Exception {
    List<Phrase> phrases = result(name).phrases();
    assertThat(phrases).isNotEmpty();
    return phrases.stream().map(phrase -> phrase.best().display()).toList();
  }

  private List<String> locales(String name) throws Exception {
    return result(name).phrases().stream().map(Phrase::locale).toList();
  }
}
