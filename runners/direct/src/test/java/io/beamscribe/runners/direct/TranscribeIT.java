// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on real audio with the real Korean model. */
class TranscribeIT {
  private static final Path TESTDATA = Program.repository("testdata");

  @TempDir Path folder;
  private Path audio;

  @BeforeEach
  void makeFolder() throws IOException {
    audio = Files.createDirectory(folder.resolve("audio"));
  }

  @Test
  void endsEveryFileOfAnEvilFolderInOneRow() throws Exception {
    Path evil = folder.resolve("evil");
    Process made =
        new ProcessBuilder("python3", TESTDATA.resolve("odd_names.py").toString(), evil.toString())
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();

    Output output = new Output(folder.resolve("out"));
    Program.Ended ended =
        transcribe(evil.resolve("audio"), output, "--formats=json,txt,srt,vtt,ctm");

    assertThat(ended.exit()).as(ended.err()).isEqualTo(3);
    Map<String, String> ends = output.ends();
    Map<String, String> wrong = new TreeMap<>();
    int good = 0;
    for (String line : Files.readAllLines(evil.resolve("expected.tsv"))) {
      String[] row = line.split("\t");
      String end = ends.getOrDefault(row[0], "absent");
      good += end.equals("Succeeded") ? 1 : 0;
      if (!Stream.of(row[1].split("\\|"))
          .anyMatch((end.equals("Succeeded") ? "ok" : end)::equals)) {
        wrong.put(row[0], end + " instead of " + row[1]);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(good).isGreaterThan(40);
    assertThat(output.named("transcripts")).hasSize(5 * good);
    assertThat(output.named("_done")).hasSize(good);
    assertThat(output.named("_parts")).isEmpty();
    assertThat(ended.out()).contains(good + " transcribed");
  }

  @Test
  void doesAgainOnlyWhatHasChanged() throws Exception {
    clip("formats/mp3.mp3", "a.mp3");
    clip("formats/pcm_s16.wav", "b.wav");
    Output output = new Output(folder.resolve("out"));
    assertThat(transcribe(audio, output).exit()).isZero();
    assertThat(output.count("successfulTranscriptionsCount")).isEqualTo(2);
    assertThat(output.report().at("/totals/modelLoads").asInt()).isEqualTo(1);
    Map<String, String> first = output.transcripts();

    transcribe(audio, output);
    assertThat(output.count("skippedTranscriptionsCount")).isEqualTo(2);
    assertThat(output.report().at("/totals/modelLoads").asInt()).isZero();

    // Touched, but with the same bytes; and one more format: neither needs recognition.
    Files.setLastModifiedTime(audio.resolve("a.mp3"), FileTime.fromMillis(1_000));
    transcribe(audio, output, "--formats=json,txt,srt");
    assertThat(output.count("skippedTranscriptionsCount")).isEqualTo(2);
    assertThat(output.report().at("/totals/modelLoads").asInt()).isZero();
    assertThat(output.transcripts())
        .containsAllEntriesOf(first)
        .containsKey("transcripts/a.mp3.srt");

    // One file gets other content: only that is transcribed again.
    clip("formats/flac.flac", "b.wav");
    transcribe(audio, output);
    assertThat(output.ends()).containsEntry("a.mp3", "Skipped").containsEntry("b.wav", "Succeeded");

    transcribe(audio, output, "--alternatives=2");
    assertThat(output.count("successfulTranscriptionsCount")).isEqualTo(2);
    transcribe(audio, output, "--alternatives=2", "--overwrite");
    assertThat(output.count("successfulTranscriptionsCount")).isEqualTo(2);
  }

  @Test
  void givesTheSameBytesHoweverItRuns() throws Exception {
    LongAudio.write(audio.resolve("long.wav"), TESTDATA.resolve("formats/pcm_s16.wav"), 5);
    clip("channels/call.flac", "call.flac");
    clip("formats/opus.opus", "short.opus");
    Output one = new Output(folder.resolve("one"));
    Output other = new Output(folder.resolve("other"));
    transcribe(audio, one, "--parallelism=1", "--isolation=none", "--diarization");
    transcribe(audio, other, "--parallelism=4", "--isolation=process", "--diarization");
    assertThat(one.transcripts()).hasSize(6).isEqualTo(other.transcripts());
    assertThat(one.transcripts().get("transcripts/call.flac.json")).contains("\"channel\": 1");
  }

  /** Which segments share a window, and which windows a run of the decoder, differs then. */
  @Test
  void whisperGivesTheSameBytesWithOneThreadAndWithTwo() throws Exception {
    LongAudio.write(audio.resolve("long.wav"), TESTDATA.resolve("formats/pcm_s16.wav"), 3);
    List<String> clips = List.of("awb", "deep", "heart", "slt");
    for (String name : clips) {
      clip("speech/" + name + ".flac", name + ".flac");
    }
    clip("channels/call.flac", "call.flac");
    Output one = new Output(folder.resolve("one"));
    Output two = new Output(folder.resolve("two"));
    for (int threads = 1; threads <= 2; threads++) {
      Program.run(
          folder,
          "transcribe",
          "--input=" + audio,
          "--output=" + (threads == 1 ? one : two).root(),
          "--locale=en-US",
          "--model=whisper-base",
          "--parallelism=" + threads);
    }
    assertThat(one.transcripts()).hasSize(2 * (clips.size() + 2)).isEqualTo(two.transcripts());
    assertThat(one.transcripts().get("transcripts/heart.flac.json")).contains("night train");
  }

  @Test
  void tellsWhoSpeaks() throws Exception {
    clip("channels/meeting.opus", "meeting.opus");
    clip("channels/call.flac", "call.flac");
    Output output = new Output(folder.resolve("out"));
    transcribe(audio, output, "--diarization", "--formats=json,rttm,txt");
    Map<String, String> transcripts = output.transcripts();
    List<String> speakers =
        transcripts
            .get("transcripts/meeting.opus.rttm")
            .lines()
            .map(line -> line.split(" ")[7])
            .toList();
    assertThat(speakers).startsWith("1").contains("2", "3").doesNotContain("4");
    assertThat(transcripts.get("transcripts/call.flac.rttm").lines())
        .isNotEmpty()
        .allMatch(line -> line.split(" ")[2].equals(line.split(" ")[7]));
    assertThat(transcripts.get("transcripts/call.flac.txt").lines())
        .allMatch(line -> line.matches("Speaker [12]: .*"));
  }

  @Test
  void goesOnWhereItWasKilled() throws Exception {
    LongAudio.write(audio.resolve("long.wav"), TESTDATA.resolve("formats/pcm_s16.wav"), 5);
    clip("formats/mp3.mp3", "short.mp3");
    Output whole = new Output(folder.resolve("whole"));
    transcribe(audio, whole);

    Output killed = new Output(folder.resolve("killed"));
    kill(killed, "");
    kill(killed, "_parts");
    kill(killed, "_done");
    assertThat(transcribe(audio, killed).exit()).isZero();

    assertThat(killed.transcripts()).isEqualTo(whole.transcripts());
    assertThat(killed.named("_parts")).isEmpty();
    assertThat(killed.named("_done")).hasSize(2);
  }

  /** Kills a run -9 as soon as a first file is in a folder of its output, or after a while. */
  private void kill(Output output, String when) throws IOException, InterruptedException {
    Path noise = Files.createTempFile(folder, "noise", ".txt");
    Process process = Program.start(noise, noise, arguments(audio, output));
    for (int i = 0; i < 1200 && process.isAlive(); i++) {
      if (when.isEmpty() ? i > 20 : output.named(when).findAny().isPresent()) {
        break;
      }
      Thread.sleep(100);
    }
    process.destroyForcibly().waitFor();
  }

  private Program.Ended transcribe(Path input, Output output, String... more)
      throws IOException, InterruptedException {
    return Program.run(folder, arguments(input, output, more));
  }

  private static String[] arguments(Path input, Output output, String... more) {
    return Stream.concat(
            Stream.of(
                "transcribe", "--input=" + input, "--output=" + output.root(), "--locale=ko-KR"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private void clip(String from, String to) throws IOException {
    Files.copy(TESTDATA.resolve(from), audio.resolve(to), StandardCopyOption.REPLACE_EXISTING);
  }
}
