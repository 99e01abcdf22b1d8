// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beamscribe.pipelines.CommandLine;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.speech.audio.AudioFacts;
import io.beamscribe.speech.speakers.KeptVoices;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.speakers.block.BlockVoices.SpeechChunk;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.speech.transcript.json.TranscriptJson;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finished results that are diarized again. */
class DiarizeCommandTest {
  private static final int SECOND = 16_000;
  private static final int NUMBERS = 192;

  @TempDir Path folder;

  /** Two voices, and a third that is near the second. */
  @BeforeEach
  void finish() throws Exception {
    KeptVoices kept =
        new KeptVoices(
            List.of(
                new Phrase(
                    0,
                    0,
                    9000,
                    null,
                    List.of(
                        Reading.verbatim("one two three", 1, List.of(word(0), word(1), word(2)))))),
            List.of(
                new BlockVoices(
                    0,
                    List.of(stretch(0, 1, 0), stretch(1, 0, 1), stretch(2, .8f, .6f)),
                    List.of(),
                    List.of())),
            "m");
    write("out/voices/a.wav.json", kept.json());
    write(
        "out/transcripts/a.wav.json",
        TranscriptJson.write(
            kept.speakers(plain(), SpeakerOptions.ANY, null), FormatOptions.DEFAULT));
    write("out/_done/a.wav.json", new byte[] {'{', '}'});
    write("out/transcripts/b.wav.json", TranscriptJson.write(plain(), FormatOptions.DEFAULT));
    write("out/_done/b.wav.json", new byte[] {'{', '}'});
  }

  @Test
  void numberIsGivenAnewAndWhoIsMissingIsTold() throws Exception {
    CommandLine run =
        CommandLine.run(
            "diarize",
            "--input=" + folder.resolve("out"),
            "--minSpeakers=3",
            "--formats=json,txt,rttm");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).startsWith("1 transcript diarized again");
    assertThat(run.err()).contains("b.wav.json stays as it is: it has no saved embeddings.");
    assertThat(folder.resolve("out/transcripts/a.wav.txt"))
        .as("two voices; nothing tells of a third, so nobody is made up")
        .hasContent("Speaker 1: One.\nSpeaker 2: Two.\nSpeaker 1: Three.");
    assertThat(Files.readAllLines(folder.resolve("out/transcripts/a.wav.rttm"))).hasSize(3);
    Transcript again =
        TranscriptJson.read(Files.readAllBytes(folder.resolve("out/transcripts/a.wav.json")));
    assertThat(again.phrases()).extracting(Phrase::speaker).containsExactly(1, 2, 1);
    assertThat(requireNonNull(again.provenance()).flags())
        .extracting(Flag::kind, Flag::detail)
        .containsExactly(tuple("missingSpeakers", "2 of at least 3 speakers are heard."));
  }

  @Test
  void elsewhereWithOneSpeaker() throws Exception {
    CommandLine run =
        CommandLine.run(
            "diarize",
            "--input=" + folder.resolve("out"),
            "--output=" + folder.resolve("other"),
            "--maxSpeakers=1",
            "--formats=txt");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(folder.resolve("other/transcripts/a.wav.txt"))
        .hasContent("Speaker 1: One two three.");
  }

  @Test
  void brokenVoicesCostTheirFile() throws Exception {
    for (String damaged : List.of("[]", "null", "{\"phrases\":[],\"blocks\":[null]}")) {
      write("out/voices/b.wav.json", damaged.getBytes(StandardCharsets.UTF_8));
      CommandLine run = CommandLine.run("diarize", "--input=" + folder.resolve("out"));
      assertThat(run.code()).isEqualTo(ExitCode.FILES_FAILED);
      assertThat(run.err())
          .contains("b.wav.json: Its saved embeddings are damaged; transcribe it again.");
      assertThat(run.out()).startsWith("1 transcript diarized again, 1 failed");
    }
  }

  @Test
  void voicesThatWereNotKept() throws Exception {
    Files.delete(folder.resolve("out/voices/a.wav.json"));
    CommandLine run = CommandLine.run("diarize", "--input=" + folder.resolve("out"));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("There are no saved embeddings in");
    run = CommandLine.run("diarize", "--input=" + folder.resolve("nowhere"));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("There is no transcript in the input");
  }

  private static Word word(int number) {
    String text = List.of("one", "two", "three").get(number);
    return new Word(text, 3000L * number, 3000L * number + 2000, 1);
  }

  private static SpeechChunk stretch(int number, float one, float other) {
    ByteBuffer print = ByteBuffer.allocate(NUMBERS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    print.asFloatBuffer().put(one).put(other);
    long start = 3L * number * SECOND;
    return new SpeechChunk(
        start, start + 2 * SECOND, number, 2, Base64.getEncoder().encodeToString(print.array()), 1);
  }

  private static Transcript plain() {
    AudioFacts audio =
        new AudioFacts("wav", "pcm_s16le", SECOND, 1, 9000, 9000, 0, -1, -20, false, "mono", false);
    Provenance provenance =
        new Provenance(
            "1",
            "vosk",
            "m",
            "d",
            "ko-KR",
            List.of(),
            "transcribe",
            "f",
            audio,
            1,
            List.of(),
            List.of(),
            null,
            null,
            null);
    return new Transcript("a.wav", Instant.EPOCH, 9000, List.of(0), List.of(), provenance);
  }

  private void write(String name, byte[] content) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
