// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.CommandLine;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.speech.audio.wav.WavOutput;
import io.beamscribe.speech.scoring.references.ReferenceFiles;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.speech.transcript.json.TranscriptJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {
  private static final int SECONDS = 12;

  @TempDir Path folder;
  private final float[] audio = new float[SECONDS * 16_000];

  @BeforeEach
  void results() throws IOException {
    for (int i = 0; i < audio.length; i++) {
      audio[i] = i % 20_000;
    }
    Files.write(folder.resolve("a.wav"), WavOutput.mono(audio));
    result("a", phrase(1, 4, 0.5, "one two"), phrase(5, 9, 0.25, "three four"));
    result("gone", phrase(0, 4, 0.1, "five six"));
  }

  @Test
  void whatIsDrawnCanBeCorrectedAndUsed() throws Exception {
    CommandLine run = sample("sample");

    assertThat(run.err())
        .contains("gone.json: ")
        .satisfies(err -> assertThat(err.lines()).hasSize(1));
    assertThat(run.code()).isEqualTo(ExitCode.FILES_FAILED);
    assertThat(run.out())
        .isEqualTo(
            "2 segments (7.4 s) at %s; correct the texts in correct.html or refs.tsv%n"
                .formatted(folder.resolve("sample")));
    Path references = folder.resolve("sample/refs.tsv");
    assertThat(references)
        .hasContent("sample-0001.wav\tko-KR\tthree four\nsample-0002.wav\tko-KR\tone two\n");
    assertThat(folder.resolve("sample/origins.csv"))
        .content()
        .isEqualToNormalizingNewlines(
            "file,source,channel,offsetMilliseconds,durationMilliseconds,confidence\n"
                + "sample-0001.wav,%1$s,0,4900,4200,0.2500\n".formatted(folder.resolve("a.wav"))
                + "sample-0002.wav,%1$s,0,900,3200,0.5000\n".formatted(folder.resolve("a.wav")));
    assertThat(folder.resolve("sample/sample-0001.wav"))
        .hasBinaryContent(WavOutput.mono(Arrays.copyOfRange(audio, 4900 * 16, 9100 * 16)));

    assertThat(ReferenceFiles.read("refs.tsv", Files.readAllBytes(references)).bad()).isEmpty();
    assertThat(
            CommandLine.run(
                    "dataset", "check", folder.resolve("sample").toString(), "--kind=Acoustic")
                .code())
        .isEqualTo(ExitCode.DONE);

    sample("again");
    for (String name : List.of("refs.tsv", "origins.csv", "correct.html", "sample-0002.wav")) {
      assertThat(folder.resolve("again").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("sample").resolve(name));
    }
  }

  @Test
  void correctionsAreNotWrittenOver() throws IOException {
    Path references = folder.resolve("sample/refs.tsv");
    Files.createDirectories(references.getParent());
    Files.writeString(references, "corrected");

    CommandLine run = sample("sample");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .startsWith(
            "There is %s already, which may hold corrections; choose another --output.\n"
                .formatted(references));
    assertThat(references).hasContent("corrected");
  }

  private CommandLine sample(String output) {
    return CommandLine.run(
        "sample",
        "--input=" + folder.resolve("in"),
        "--output=" + folder.resolve(output),
        "--count=2");
  }

  private static Phrase phrase(int start, int end, double confidence, String text) {
    String[] texts = text.split(" ");
    long middle = (start + end) * 500L;
    List<Word> words =
        List.of(
            new Word(texts[0], start * 1000L, middle, confidence),
            new Word(texts[1], middle, end * 1000L, confidence));
    return new Phrase(
        0, start * 1000L, end * 1000L, "ko-KR", List.of(Reading.verbatim(text, confidence, words)));
  }

  private void result(String name, Phrase... phrases) throws IOException {
    Transcript transcript =
        new Transcript(
            folder.resolve(name + ".wav").toString(),
            Instant.EPOCH,
            SECONDS * 1000L,
            List.of(0),
            List.of(phrases),
            null);
    Path file = folder.resolve("in/" + name + ".json");
    Files.createDirectories(file.getParent());
    Files.write(file, TranscriptJson.write(transcript, FormatOptions.DEFAULT));
  }
}
