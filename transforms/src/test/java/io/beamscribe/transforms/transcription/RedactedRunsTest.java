// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.AudioProfile;
import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.LocalAudioSource;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.audio.decoding.AudioDecoder;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.Isolation;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.text.redaction.AudioMask;
import io.beamscribe.speech.text.redaction.detection.PersonalData;
import io.beamscribe.speech.transcript.RedactedPart;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcription.RecognitionSettings;
import io.beamscribe.speech.transcription.RedactionSettings;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.settings.RunSettings;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.testing.Voices;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.RecognizedBlock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What personal data a run leaves under its output. */
class RedactedRunsTest {
  private static final String SECRET = "jamie@example.com";

  @TempDir Path folder;
  private Path audio;

  @BeforeEach
  void makeFileOfTwoBlocks() throws Exception {
    Voices voices = new Voices(Jobs.clip("korean-1.flac", folder.resolve("clip/clip.flac")));
    audio = folder.resolve("audio/long.wav");
    Files.createDirectories(audio.getParent());
    float[][] said = new float[60][];
    Arrays.fill(said, voices.loud());
    Voices.write(audio, Voices.joined(said));
  }

  @Test
  void nothingOfItIsLeftAnywhereNotEvenWhereTheRunIsKilledHalfway() throws Exception {
    TranscriptionSettings settings = settings();
    List<AudioBlock> blocks = blocks(settings);
    assertThat(blocks.size()).isGreaterThan(1);
    try (BlockRecognition recognition = new BlockRecognition(settings, false)) {
      RecognizedBlock first = recognition.recognize(blocks.get(0)).result().orElseThrow();
      assertThat(first.transcript().phrases().toString()).contains(SECRET);
      assertThat(new TranscriptAssembler(settings).add(first).result().orElseThrow()).isEmpty();
      assertThat(files()).isNotEmpty().noneMatch(RedactedRunsTest::tells);
    }

    Jobs.run(settings().ofNewRun(), audio.getParent());
    assertThat(files()).noneMatch(RedactedRunsTest::tells);
    assertThat(Files.readString(folder.resolve("out/transcripts/long.wav.json")))
        .contains("\"category\": \"email\"", "[email]");
    assertThat(Files.readString(folder.resolve("out/transcripts/long.wav.analytics.json")))
        .contains("\"category\": \"email\"", "\"text\": \"[email]\"");
    assertThat(Jobs.transcript(folder.resolve("out"), "long.wav").provenance().text().entities())
        .isNotEmpty()
        .extracting(RedactedPart::category)
        .containsOnly("email");
    assertThat(silentShare(Jobs.transcript(folder.resolve("out"), "long.wav"))).isEqualTo(1);
  }

  @Test
  void resultsWithAndWithoutItAreNotTakenForEachOther() {
    TranscriptionSettings settings = settings();
    ResultSettings results = settings.results();
    ResultSettings plain =
        new ResultSettings(results.recognition(), results.diarization(), results.text());
    assertThat(results.digest())
        .isNotEqualTo(plain.digest())
        .isEqualTo(settings().results().digest());
    assertThat(results.toString()).doesNotContain(results.redaction().key());
  }

  private TranscriptionSettings settings() {
    TranscriptionSettings some =
        Jobs.identifying(folder.resolve("out"), SpokenLanguage.fixed("en-US"), List.of());
    TranscriptionSettings plain =
        new TranscriptionSettings(
            new RunSettings(
                some.run().id(),
                some.output(),
                List.of(TranscriptFormat.values()),
                some.run().form(),
                some.run().overwrite(),
                some.run().threads(),
                some.run().selection(),
                some.run().bounds()),
            some.results());
    RecognitionSettings main = plain.recognition();
    RecognitionSettings telling =
        new RecognitionSettings(
            new EngineSpec("loudness", SECRET, "digest", Isolation.NONE),
            main.modelId(),
            "en-US",
            List.of(),
            main.detectorFolder(),
            main.detectorDigest(),
            main.channels(),
            main.audioStream(),
            main.activity(),
            main.options(),
            true,
            null);
    return new TranscriptionSettings(
        plain.run(),
        new ResultSettings(
            telling,
            null,
            plain.results().text(),
            RedactionSettings.of(Set.of(PersonalData.EMAIL), null).withAudio(AudioMask.MUTE)));
  }

  /** Of the samples of the copy of the audio in which something was taken out. */
  private double silentShare(Transcript transcript) throws Exception {
    AudioSource copy = new LocalAudioSource(folder.resolve("out/audio/long.wav.wav"));
    long silent = 0;
    long all = 0;
    try (AudioDecoder decoder = new AudioDecoder(AudioOptions.defaults());
        DecodedAudio audio = decoder.open(copy)) {
      AudioProfile profile = audio.profile(ChannelMode.AUTO);
      assertThat(profile.facts().durationMilliseconds())
          .isEqualTo(transcript.durationMilliseconds());
      for (RedactedPart part : transcript.provenance().text().entities()) {
        float[] samples =
            audio.read(
                new Track(0, List.of(1.0)),
                SampleRange.ofMillis(
                    part.offsetMilliseconds(),
                    part.offsetMilliseconds() + part.durationMilliseconds()));
        all += samples.length;
        for (float sample : samples) {
          silent += sample == 0 ? 1 : 0;
        }
      }
    }
    return silent / (double) all;
  }

  private List<AudioBlock> blocks(TranscriptionSettings settings) throws Exception {
    try (FilePreparer preparer = new FilePreparer(settings)) {
      return preparer.prepare(Jobs.listed(audio)).result().orElseThrow().blocks();
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static boolean tells(Path file) {
    try {
      String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return content.contains("jamie@");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
