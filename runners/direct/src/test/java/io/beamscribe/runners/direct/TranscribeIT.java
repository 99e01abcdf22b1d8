// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  @TempDir Path folder;
  private AudioFolder audio;

  @BeforeEach
  void makeFolder() throws IOException {
    audio = AudioFolder.in(folder);
  }

  @Test
  void endsEveryFileOfAnEvilFolderInOneRow() throws Exception {
    Path evil = folder.resolve("evil");
    Process made =
        new ProcessBuilder(
                "python3", Shell.TESTDATA.resolve("odd_names.py").toString(), evil.toString())
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();

    Output output = new Output(folder.resolve("out"));
    Shell.Ended ended =
        new AudioFolder(evil.resolve("audio")).transcribe(output, "--formats=json,txt,srt,vtt,ctm");

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
    audio.clip("formats/mp3.mp3", "a.mp3");
    audio.clip("formats/pcm_s16.wav", "b.wav");
    Output output = new Output(folder.resolve("out"));
    assertThat(audio.transcribe(output).exit()).isZero();
    assertThat(output.count("successfulTranscriptionsCount")).isEqualTo(2);
    assertThat(output.report().at("/totals/modelLoads").asInt()).isEqualTo(1);
    Map<String, String> first = output.transcripts();

    audio.transcribe(output);
    assertThat(output.count("skippedTranscriptionsCount")).isEqualTo(2);
    assertThat(output.report().at("/totals/modelLoads").asInt()).isZero();

    // Touched, but with the same bytes; and one more format: neither needs recognition.
    Files.setLastModifiedTime(audio.path().resolve("a.mp3"), FileTime.fromMillis(1_000));
    audio.transcribe(output, "--formats=json,txt,srt");
    assertThat(output.count("skippedTranscriptionsCount")).isEqualTo(2);
    assertThat(output.report().at("/totals/modelLoads").asInt()).isZero();
    assertThat(output.transcripts())
        .containsAllEntriesOf(first)
        .containsKey("transcripts/a.mp3.srt");

    // One file gets other content: only that is transcribed again.
    audio.clip("formats/flac.flac", "b.wav");
    audio.transcribe(output);
    assertThat(output.ends()).containsEntry("a.mp3", "Skipped").containsEntry("b.wav", "Succeeded");

    audio.transcribe(output, "--alternatives=2");
    assertThat(output.count("successfulTranscriptionsCount")).isEqualTo(2);
    audio.transcribe(output, "--alternatives=2", "--overwrite");
    assertThat(output.count("successfulTranscriptionsCount")).isEqualTo(2);
  }

  @Test
  void tellsWhoSpeaks() throws Exception {
    audio.clip("channels/meeting.opus", "meeting.opus");
    audio.clip("channels/call.flac", "call.flac");
    Output output = new Output(folder.resolve("out"));
    audio.transcribe(output, "--diarization", "--formats=json,rttm,txt");
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
}
