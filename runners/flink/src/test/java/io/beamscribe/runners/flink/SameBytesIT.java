// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.runners.direct.LongAudio;
import io.beamscribe.runners.direct.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The same folder gives the same bytes wherever the job runs. */
class SameBytesIT {
  private static final String JAR = System.getProperty("beamscribe.jar");

  @RegisterExtension static final SharedCluster SHARED = new SharedCluster();

  @TempDir static Path folder;
  private static Path audio;
  private static LocalCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    audio = Files.createDirectory(folder.resolve("audio"));
    for (String clip :
        List.of(
            "formats/mp3.mp3", "formats/flac.flac", "formats/opus.opus", "formats/pcm_s16.wav")) {
      Path source = Shell.TESTDATA.resolve(clip);
      Files.copy(source, audio.resolve(source.getFileName()));
    }
    Files.copy(Shell.TESTDATA.resolve("channels/call.flac"), audio.resolve("call.flac"));
    Files.writeString(audio.resolve("broken.wav"), "RIFF of no use");
    LongAudio.write(audio.resolve("long.wav"), Shell.TESTDATA.resolve("formats/pcm_s16.wav"), 5);
    cluster = SHARED.cluster();
  }

  @Test
  void whereverItRuns() throws Exception {
    Output direct = new Output(folder.resolve("direct"));
    Output embedded = new Output(folder.resolve("embedded"));
    Output remote = new Output(folder.resolve("remote"));
    Output submitted = new Output(folder.resolve("submitted"));
    Shell.Ended enrolled =
        Shell.run(
            Shell.beamscribe(
                "voices",
                "enroll",
                "Agent",
                Shell.TESTDATA.resolve("speech/heart.flac").toString(),
                "--voices=" + folder.resolve("known")));
    assertThat(enrolled.exit()).as(enrolled.err()).isZero();
    transcribe(direct);
    transcribe(embedded, "--runner=FlinkRunner", "--flinkMaster=[local]", "--parallelism=2");
    transcribe(remote, "--runner=FlinkRunner", "--flinkMaster=" + cluster.master());
    submit(submitted, "[bc]*", speakers("--model=vosk-small-ko"));

    Map<String, String> expected = direct.transcripts();
    assertThat(expected).hasSize(12);
    assertThat(expected.get("transcripts/call.flac.rttm")).contains(" Agent ", " 2 ");
    assertThat(embedded.transcripts()).isEqualTo(expected);
    assertThat(remote.transcripts()).isEqualTo(expected);
    assertThat(embedded.ends()).isEqualTo(direct.ends());
    assertThat(remote.ends()).isEqualTo(direct.ends());
    // The same job on the same cluster: only the way of submitting it differs.
    assertThat(submitted.transcripts()).hasSize(2);
    assertThat(expected).containsAllEntriesOf(submitted.transcripts());
    assertThat(submitted.ends()).hasSize(2);
    assertThat(direct.ends()).containsAllEntriesOf(submitted.ends());
    for (Output output : List.of(embedded, remote, submitted)) {
      assertThat(output.named("_parts")).isEmpty();
    }
  }

  /** So that of a job only the rest is sent, which {@link JobJarIT} looks at. */
  @Test
  void onAClusterThatHasWhatJobsShare() throws Exception {
    assertThat(new FlinkCluster(cluster.master()).hasShared()).isTrue();
  }

  @Test
  void withWhisperInside() throws Exception {
    Output direct = new Output(folder.resolve("whisper-direct"));
    Output remote = new Output(folder.resolve("whisper-remote"));
    String[] whisper = {"--model=whisper-base", "--formats=json,srt", "--locale=ko-KR"};
    Path call = audio.resolve("call.flac");
    assertThat(run(call, direct, whisper).exit()).isZero();
    assertThat(
            run(
                    call,
                    remote,
                    with(whisper, "--runner=FlinkRunner", "--flinkMaster=" + cluster.master()))
                .exit())
        .isZero();
    assertThat(direct.transcripts()).hasSize(2);
    assertThat(direct.transcripts().get("transcripts/call.flac.json")).contains("\"channel\": 1");
    assertThat(remote.transcripts()).isEqualTo(direct.transcripts());
  }

  @Test
  void saysThatThereIsNoCluster() throws Exception {
    long begin = System.nanoTime();
    Shell.Ended ended =
        run(
            audio,
            new Output(folder.resolve("none")),
            "--locale=ko-KR",
            "--runner=FlinkRunner",
            "--flinkMaster=127.0.0.1:1");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("No Flink cluster answers at 127.0.0.1:1");
    assertThat(System.nanoTime() - begin).isLessThan(60_000_000_000L);
  }

  /** With speakers, one of whom is known. */
  private static String[] speakers(String... more) {
    return with(
        more, "--diarization", "--voices=" + folder.resolve("known"), "--formats=json,rttm");
  }

  /** One of the files is broken: only that fails. */
  private static void transcribe(Output output, String... more) throws Exception {
    Shell.Ended ended = run(audio, output, with(speakers(more), "--locale=ko-KR"));
    assertThat(ended.exit()).as(ended.err()).isEqualTo(3);
    assertThat(ended.out()).contains("6 transcribed");
  }

  private static Shell.Ended run(Path input, Output output, String... more)
      throws IOException, InterruptedException {
    return Shell.run(
        Shell.beamscribe(
            with(more, "transcribe", "--input=" + input, "--output=" + output.root())));
  }

  /** With Flink's own command line. */
  private static void submit(Output output, String files, String... more) throws Exception {
    List<String> command =
        new ArrayList<>(
            cluster.command(
                "flink", "run", "-p", "2", "-c", "io.beamscribe.pipelines.TranscribeBatch", JAR));
    command.addAll(
        List.of(
            "--runner=FlinkRunner",
            "--input=" + audio.resolve(files),
            "--output=" + output.root()));
    command.addAll(List.of(more));
    Shell.Ended ended = Shell.run(command);
    assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
  }

  private static String[] with(String[] more, String... first) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
  }
}
