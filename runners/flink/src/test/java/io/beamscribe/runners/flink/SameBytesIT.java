// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.runners.direct.LongAudio;
import io.beamscribe.runners.direct.Output;
import io.beamscribe.runners.direct.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same folder gives the same bytes wherever the job runs. */
class SameBytesIT {
  private static final String JAR = System.getProperty("beamscribe.jar");

  @TempDir static Path folder;
  private static Path audio;
  private static Output direct;
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
    cluster = LocalCluster.start(folder.resolve("cluster"), S3Server.CREDENTIALS);
    Shell.Ended enrolled =
        Shell.run(
            Shell.beamscribe(
                "voices",
                "enroll",
                "Agent",
                Shell.TESTDATA.resolve("speech/heart.flac").toString(),
                "--voices=" + folder.resolve("known")));
    assertThat(enrolled.exit()).as(enrolled.err()).isZero();
    direct = new Output(folder.resolve("direct"));
    transcribe(direct);
  }

  @AfterAll
  static void stop() throws Exception {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void whereverItRuns() throws Exception {
    Output embedded = new Output(folder.resolve("embedded"));
    Output remote = new Output(folder.resolve("remote"));
    Output submitted = new Output(folder.resolve("submitted"));
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

  /** The short files. */
  @Test
  void fromAStoreIntoAStore() throws Exception {
    Output fetched = new Output(folder.resolve("fetched"));
    try (S3Server store = S3Server.start(folder.resolve("moto.log"))) {
      store.bucket("calls");
      store.bucket("more");
      for (String file : List.of("mp3.mp3", "flac.flac", "opus.opus", "pcm_s16.wav")) {
        store.put("calls", "in/a day, 50%/" + file, audio.resolve(file));
      }
      store.put("more", "call.flac", audio.resolve("call.flac"));
      String[] flags =
          speakers(
              "--locale=ko-KR",
              "--objectStore=minio",
              "--endpoint=" + store.endpoint(),
              "--runner=FlinkRunner",
              "--flinkMaster=" + cluster.master());
      Shell.Ended ended =
          Shell.run(
              Shell.beamscribe(
                  with(
                      flags,
                      "transcribe",
                      "--input=s3a://calls/in/**,s3a://more/call.flac",
                      "--output=s3a://calls/out")),
              S3Server.CREDENTIALS);
      assertThat(ended.exit()).as(ended.err()).isZero();
      store.fetch("calls", "out/", fetched.root());
      String secret = S3Server.CREDENTIALS.get("AWS_SECRET_ACCESS_KEY");
      assertThat(ended.out() + ended.err() + cluster.logs()).doesNotContain(secret);
    }
    assertThat(fetched.transcripts()).hasSize(10);
    assertThat(direct.transcriptsWithoutSource())
        .containsAllEntriesOf(fetched.transcriptsWithoutSource());
  }

  /** So that of a job only the rest is sent, which {@link JobJarIT} looks at. */
  @Test
  void onAClusterThatHasWhatJobsShare() throws Exception {
    assertThat(new FlinkCluster(cluster.master()).hasShared()).isTrue();
  }

  @Test
  void withWhisperInside() throws Exception {
    Output local = new Output(folder.resolve("whisper-direct"));
    Output remote = new Output(folder.resolve("whisper-remote"));
    String[] whisper = {"--model=whisper-base", "--formats=json,srt", "--locale=ko-KR"};
    Path call = audio.resolve("call.flac");
    assertThat(run(call, local, whisper).exit()).isZero();
    assertThat(
            run(
                    call,
                    remote,
                    with(whisper, "--runner=FlinkRunner", "--flinkMaster=" + cluster.master()))
                .exit())
        .isZero();
    assertThat(local.transcripts()).hasSize(2);
    assertThat(local.transcripts().get("transcripts/call.flac.json")).contains("\"channel\": 1");
    assertThat(remote.transcripts()).isEqualTo(local.transcripts());
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

  /** With Flink's own command line, and paths that only this program can understand. */
  private static void submit(Output output, String files, String... more) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "cd \"$0\" && exec \"$@\""));
    command.add(folder.toString());
    command.addAll(
        cluster.command(
            "flink", "run", "-p", "2", "-c", "io.beamscribe.pipelines.TranscribeBatch", JAR));
    command.addAll(
        List.of(
            "--runner=FlinkRunner",
            "--input=" + folder.relativize(audio.resolve(files)),
            "--output=" + folder.relativize(output.root())));
    command.addAll(List.of(more));
    Shell.Ended ended = Shell.run(command);
    assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(3);
    assertThat(ended.out()).contains("1 transcribed, 1 failed");
  }

  private static String[] with(String[] more, String... first) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
  }
}
