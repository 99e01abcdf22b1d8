// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.audio.LocalAudioSource;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.json.TranscriptJson;
import io.beamscribe.speech.transcription.FileTranscriber;
import io.beamscribe.speech.transcription.FileTranscript;
import io.beamscribe.transforms.Transcribe;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.testing.Voices;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transcripts made without a pipeline are byte for byte those of a pipeline. */
class FileTranscriberTest {
  @TempDir Path folder;

  @Test
  void wordsOfRealSpeech() throws Exception {
    same(
        Jobs.settings(folder.resolve("out"), false),
        Jobs.clip("korean-1.flac", folder.resolve("korean-1.flac")));
  }

  /** Two channels of several blocks, with language identification. */
  @Test
  void languageAndSpeakersOfALongFile() throws Exception {
    Voices voice = new Voices(Path.of("..", "testdata", "speech", "slt.flac"));
    float[] one =
        Voices.joined(voice.loud(), Voices.silence(60), voice.quiet(), Voices.silence(90));
    float[] other = Voices.joined(Voices.silence(30), voice.natural());
    Path file = Voices.write(folder.resolve("call.wav"), one, other);
    TranscriptionSettings settings =
        Jobs.diarizing(
            folder.resolve("out"),
            SpokenLanguage.single(List.of("ko-KR", "de-DE")),
            SpeakerOptions.ANY);
    FileTranscript result = same(settings, file);
    assertThat(result.transcript().channels()).containsExactly(0, 1);
    assertThat(result.transcript().provenance().turns()).isNotEmpty();
    assertThat(Path.of(settings.output().voices("call.wav")))
        .hasBinaryContent(result.voices().json());
  }

  private static FileTranscript same(TranscriptionSettings settings, Path file) throws Exception {
    Pipeline pipeline = Pipeline.create();
    pipeline.apply(Transcribe.batch(List.of(file.toString()), settings, 0));
    pipeline.run().waitUntilFinish();
    try (FileTranscriber transcriber = new FileTranscriber(settings.results())) {
      FileTranscript result = transcriber.transcribe(new LocalAudioSource(file));
      byte[] json =
          TranscriptJson.write(
              result.transcript(), new FormatOptions(settings.recognition().wordLevelTimestamps()));
      Path written = Path.of(settings.output().transcript(file.getFileName().toString(), "json"));
      assertThat(withoutTime(json)).isEqualTo(withoutTime(Files.readAllBytes(written)));
      return result;
    }
  }

  private static String withoutTime(byte[] json) {
    String text = new String(json, StandardCharsets.UTF_8);
    assertThat(text).contains("\"timestamp\": \"");
    return text.replaceFirst("\"timestamp\": \"[^\"]+\"", "");
  }
}
