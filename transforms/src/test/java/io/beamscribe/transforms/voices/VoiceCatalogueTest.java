// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.speakers.KeptVoices;
import io.beamscribe.speech.speakers.KnownVoice;
import io.beamscribe.speech.speakers.KnownVoices;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.IdentifiedSpeaker;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.voices.enrollment.VoiceEnrollment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Voices that are enrolled and identified, with the real models. */
class VoiceCatalogueTest {
  private static final Path DATA = Path.of("..", "testdata");

  @TempDir Path folder;

  @Test
  void whoIsEnrolledIsKnownAgain() throws Exception {
    VoiceCatalogue catalogue =
        new VoiceCatalogue(folder.resolve("known").toString() + "/", StorageSettings.NONE);
    try (VoiceEnrollment enrollment = enrollment()) {
      catalogue.write(enrollment.enroll("Sally T", speech("slt")));
      catalogue.write(enrollment.enroll("rms", speech("rms")));
      catalogue.write(enrollment.enroll("awb", speech("awb")));
    }
    KnownVoices known = catalogue.read();
    assertThat(known.voices())
        .extracting(KnownVoice::name)
        .containsExactly("Sally T", "awb", "rms");

    Transcript unnamed = transcribe("unnamed", null);
    Transcript named = transcribe("named", known);
    assertThat(unnamed.provenance().speakers()).isNull();
    assertThat(named.phrases()).isEqualTo(unnamed.phrases());
    assertThat(named.provenance().fingerprint()).isNotEqualTo(unnamed.provenance().fingerprint());
    assertThat(named.provenance().speakers())
        .extracting(IdentifiedSpeaker::voice)
        .containsExactly("Sally T", "rms", "unknown");
    assertThat(text(named, TranscriptFormat.TXT)).contains("Sally T: ", "rms: ", "Speaker 3: ");
    assertThat(text(named, TranscriptFormat.VTT)).contains("<v rms>");
    assertThat(text(named, TranscriptFormat.RTTM))
        .contains(" <NA> <NA> Sally_T <NA> <NA>", " <NA> <NA> 3 <NA> <NA>");

    KeptVoices kept =
        KeptVoices.read(Files.readAllBytes(folder.resolve("unnamed/voices/meeting.opus.json")));
    assertThat(kept.speakers(unnamed, SpeakerOptions.ANY, known).provenance().speakers())
        .extracting(IdentifiedSpeaker::voice)
        .containsExactly("Sally T", "rms", "unknown");
  }

  @Test
  void voiceEnrolledWidebandIsNamedOverTheTelephone() throws Exception {
    KnownVoices known;
    try (VoiceEnrollment enrollment = enrollment()) {
      known =
          new KnownVoices(
              List.of(
                  enrollment.enroll("heart", speech("heart")),
                  enrollment.enroll("awb", speech("awb")),
                  enrollment.enroll("slt", speech("slt"))));
    }
    Jobs.run(settings("call", known), DATA.resolve("channels/call-telephone-mulaw.wav"));
    Transcript call = Jobs.transcript(folder.resolve("call"), "call-telephone-mulaw.wav");
    assertThat(call.provenance().speakers())
        .extracting(IdentifiedSpeaker::voice)
        .containsExactly("heart", "unknown");
    assertThat(call.provenance().speakers().get(0).confidence()).isGreaterThan(KnownVoices.NAMED);
    assertThat(call.provenance().speakers().get(1).confidence()).isLessThan(.5);
  }

  @Test
  void audioThatIsNotOfOnePersonIsRefused() throws Exception {
    try (VoiceEnrollment enrollment = enrollment()) {
      refuses(enrollment, "has 3 voices", "channels/meeting.opus");
      refuses(enrollment, "Nobody speaks", "conditions/silence.flac");
      refuses(enrollment, "sounds unlike the other files", "speech/slt.flac", "speech/rms.flac");
      refuses(enrollment, "none.wav: ", "none.wav");
    }
  }

  @Test
  void oneVoiceAFileInAnyOrder() throws Exception {
    VoiceCatalogue catalogue = new VoiceCatalogue(folder.toString(), StorageSettings.NONE);
    KnownVoice voice;
    try (VoiceEnrollment enrollment = enrollment()) {
      voice = enrollment.enroll("b", speech("slt"));
    }
    catalogue.write(voice);
    catalogue.write(new KnownVoice("a", voice.model(), 4, voice.print()));
    Files.writeString(folder.resolve("README.txt"), "not a voice");
    assertThat(catalogue.read().voices()).extracting(KnownVoice::name).containsExactly("a", "b");
    assertThat(catalogue.read().voices()).contains(voice);
    assertThat(catalogue.remove("a")).isTrue();
    assertThat(catalogue.remove("a")).isFalse();
    assertThat(catalogue.remove("../" + folder.getFileName() + "/b")).isFalse();
    assertThat(catalogue.read().voices()).containsExactly(voice);

    Files.move(folder.resolve("b.json"), folder.resolve("c.json"));
    assertThatIOException().isThrownBy(catalogue::read).withMessageContaining("c.json");
    Files.writeString(
        folder.resolve("c.json"), "{\"name\":\"c\",\"model\":\"m\",\"print\":\"AA\"}");
    assertThatIOException().isThrownBy(catalogue::read).withMessageContaining("c.json");
  }

  private static void refuses(VoiceEnrollment enrollment, String why, String... files) {
    List<String> inputs =
        List.of(files).stream().map(file -> DATA.resolve(file).toString()).toList();
    assertThatThrownBy(() -> enrollment.enroll("x", inputs))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining(why);
  }

  private static List<String> speech(String voice) {
    return List.of(DATA.resolve("speech").resolve(voice + ".flac").toString());
  }

  private VoiceEnrollment enrollment() {
    TranscriptionSettings settings = settings("any", null);
    return new VoiceEnrollment(
        settings.recognition().detectorFolder(),
        settings.results().diarization(),
        StorageSettings.NONE);
  }

  private TranscriptionSettings settings(String output, KnownVoices known) {
    return Jobs.diarizing(
        folder.resolve(output), SpokenLanguage.fixed("en-US"), SpeakerOptions.ANY, known);
  }

  private Transcript transcribe(String output, KnownVoices known) throws Exception {
    Jobs.run(settings(output, known), DATA.resolve("channels/meeting.opus"));
    return Jobs.transcript(folder.resolve(output), "meeting.opus");
  }

  private static String text(Transcript transcript, TranscriptFormat format) {
    return new String(format.write(transcript, FormatOptions.DEFAULT), StandardCharsets.UTF_8);
  }
}
