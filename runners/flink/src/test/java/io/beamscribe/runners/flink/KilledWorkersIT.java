package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.runners.direct.LongAudio;
import io.beamscribe.runners.direct.Output;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes of a cluster that are killed -9 at random cost time, and no result. It takes many
 * minutes, and runs only where it is said how often to kill in each test: {@code
 * -Dbeamscribe.kills=20}.
 */
@EnabledIfSystemProperty(named = "beamscribe.kills", matches = "[0-9]+")
class KilledWorkersIT {
  private static final int KILLS = Integer.getInteger("beamscribe.kills", 0);

  private static final List<String> WORKERS = List.of("taskmanager-1", "taskmanager-2");
  private static final int WAV_HEADER = 44;

  @TempDir static Path folder;
  private static Path audio;
  private static Output whole;

  @BeforeAll
  static void undisturbed() throws Exception {
    audio = Files.createDirectory(folder.resolve("audio"));
    Path clip = Shell.TESTDATA.resolve("formats/pcm_s16.wav");
    LongAudio.write(audio.resolve("long.wav"), clip, 6);
    LongAudio.write(audio.resolve("longer.wav"), clip, 9);
    for (int i = 0; i < 12 + 10 * KILLS; i++) {
      different(clip, audio.resolve(i + ".wav"), i);
    }
    whole = new Output(folder.resolve("whole"));
    Shell.Ended ended = Shell.run(command(audio.toString(), whole.root().toString()));
    assertThat(ended.exit()).as(ended.err()).isZero();
  }

  @Test
  void workersBesideAFolder() throws Exception {
    Output killed = new Output(folder.resolve("killed"));
    try (LocalCluster cluster = cluster("folder")) {
      Shell.Started job = start(cluster, audio.toString(), killed.root().toString());
      int kills =
          new Killer(cluster, job, () -> killed.named("_done").count()).kill(KILLS, WORKERS);
      requireDone(job.end(), kills);
      assertThat(abandonedEngines(cluster)).isEmpty();
    }
    assertThat(killed.transcripts()).isEqualTo(whole.transcripts());
    requireWhole(killed);
  }

  @Test
  void workersBesideAStoreOnItsBadDays() throws Exception {
    Output killed = new Output(folder.resolve("fetched"));
    try (S3Server store = S3Server.start(folder.resolve("s3.log"));
        FaultyProxy proxy = FaultyProxy.before(store.endpoint());
        LocalCluster cluster = cluster("store")) {
      store.bucket("calls");
      try (Stream<Path> files = Files.list(audio)) {
        files.forEach(file -> store.put("calls", "in/" + file.getFileName(), file));
      }
      proxy.setFaults(10, 5, 5);
      Shell.Started job =
          start(
              cluster,
              "s3a://calls/in/",
              "s3a://calls/out",
              "--objectStore=minio",
              "--endpoint=" + proxy.endpoint());
      int kills =
          new Killer(cluster, job, () -> store.keys("calls", "out/_done/").size())
              .kill(KILLS, WORKERS);
      requireDone(job.end(), kills);
      assertThat(proxy.refused()).isPositive();
      assertThat(proxy.cut()).isPositive();
      store.fetch("calls", "out/", killed.root());
    }
    assertThat(killed.transcriptsWithoutSource()).isEqualTo(whole.transcriptsWithoutSource());
    requireWhole(killed);
  }

  /** The manager finds its jobs again where it keeps them; who waits for one waits on. */
  @Test
  void managerThatKeepsItsJobs() throws Exception {
    Output killed = new Output(folder.resolve("managed"));
    try (LocalCluster cluster = cluster("managed", "--ha")) {
      Shell.Started job = start(cluster, audio.toString(), killed.root().toString());
      int kills =
          new Killer(cluster, job, () -> killed.named("_done").count())
              .kill(KILLS, List.of("jobmanager"));
      requireDone(job.end(), kills);
    }
    assertThat(killed.transcripts()).isEqualTo(whole.transcripts());
    requireWhole(killed);
  }

  private static void requireDone(Shell.Ended ended, int kills) {
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(kills).isEqualTo(KILLS);
  }

  /** Each file in one row as its own work, and nothing left over. */
  private static void requireWhole(Output killed) throws Exception {
    assertThat(killed.ends().values()).isEqualTo(whole.ends().values());
    assertThat(killed.count("successfulTranscriptionsCount")).isEqualTo(whole.ends().size());
    assertThat(killed.count("skippedTranscriptionsCount")).isZero();
    assertThat(killed.report().at("/totals/audioSeconds"))
        .isEqualTo(whole.report().at("/totals/audioSeconds"));
    assertThat(killed.named("_done")).hasSize(whole.ends().size());
    assertThat(killed.named("_parts")).isEmpty();
  }

  private static LocalCluster cluster(String name, String... more) throws Exception {
    return LocalCluster.start(
        folder.resolve("cluster-" + name),
        S3Server.CREDENTIALS,
        Stream.concat(
                Stream.of(
                    "-Dheartbeat.interval=1000",
                    "-Dheartbeat.timeout=8000",
                    "-Drestart-strategy.type=fixed-delay",
                    "-Drestart-strategy.fixed-delay.attempts=1000",
                    "-Drestart-strategy.fixed-delay.delay=1 s"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  /** Child processes of recognition that have lost their parent. */
  private static List<String> abandonedEngines(LocalCluster cluster) throws Exception {
    Thread.sleep(2000);
    List<Long> workers =
        List.of(cluster.process("taskmanager-1").pid(), cluster.process("taskmanager-2").pid());
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(cluster.speechMark()))
        .filter(process -> !workers.contains(process.pid()))
        .filter(
            process ->
                process.parent().map(ProcessHandle::pid).stream().noneMatch(workers::contains))
        .map(process -> process.info().commandLine().orElse(""))
        .toList();
  }

  private static Shell.Started start(
      LocalCluster cluster, String input, String output, String... more) throws Exception {
    return Shell.start(
        command(
            input,
            output,
            Stream.concat(
                    Stream.of("--runner=FlinkRunner", "--flinkMaster=" + cluster.master()),
                    Stream.of(more))
                .toArray(String[]::new)),
        S3Server.CREDENTIALS);
  }

  private static List<String> command(String input, String output, String... more) {
    return Shell.beamscribe(
        Stream.concat(
                Stream.of("transcribe", "--input=" + input, "--output=" + output, "--locale=ko-KR"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  /** A clip that starts a little later each time, so that no two files are alike. */
  private static void different(Path clip, Path target, int number) throws Exception {
    byte[] bytes = Files.readAllBytes(clip);
    int shift = number * 320;
    byte[] later = Arrays.copyOf(bytes, bytes.length + shift);
    Arrays.fill(later, WAV_HEADER, WAV_HEADER + shift, (byte) 0);
    System.arraycopy(bytes, WAV_HEADER, later, WAV_HEADER + shift, bytes.length - WAV_HEADER);
    ByteBuffer sizes = ByteBuffer.wrap(later).order(ByteOrder.LITTLE_ENDIAN);
    sizes.putInt(4, later.length - 8).putInt(WAV_HEADER - 4, later.length - WAV_HEADER);
    Files.write(target, later);
  }
}
