package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.runners.direct.LongAudio;
import io.beamscribe.runners.direct.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TaskManagers that are killed -9 at random cost time, and no result. */
class KilledWorkersIT {
  /** More with {@code -Dbeamscribe.kills=20}. */
  private static final int KILLS = Integer.getInteger("beamscribe.kills", 3);

  @TempDir Path folder;

  @Test
  void loseNothingAndDoubleNothing() throws Exception {
    Path audio = Files.createDirectory(folder.resolve("audio"));
    Path clip = Shell.TESTDATA.resolve("formats/pcm_s16.wav");
    LongAudio.write(audio.resolve("long.wav"), clip, 12);
    for (int i = 0; i < 6 + 2 * KILLS; i++) {
      different(Shell.TESTDATA.resolve("formats/pcm_s16.wav"), audio.resolve(i + ".wav"), i);
    }
    Output whole = new Output(folder.resolve("whole"));
    assertThat(Shell.run(command(audio, whole)).exit()).isZero();

    Output killed = new Output(folder.resolve("killed"));
    try (LocalCluster cluster =
        LocalCluster.start(
            folder.resolve("cluster"),
            "-Dheartbeat.interval=1000",
            "-Dheartbeat.timeout=8000",
            "-Drestart-strategy.type=fixed-delay",
            "-Drestart-strategy.fixed-delay.attempts=1000",
            "-Drestart-strategy.fixed-delay.delay=1 s")) {
      Shell.Started job =
          Shell.start(
              command(audio, killed, "--runner=FlinkRunner", "--flinkMaster=" + cluster.master()),
              Map.of());
      int kills = killAtRandom(cluster, job, killed);
      Shell.Ended ended = job.end();
      assertThat(ended.exit()).as(ended.err()).isZero();
      assertThat(kills).isPositive();
      List<Long> left = engines(cluster);
      assertThat(left).as("engines of workers that are gone").isEmpty();
    }
    assertThat(killed.transcripts()).isEqualTo(whole.transcripts());
    assertThat(killed.ends()).isEqualTo(whole.ends());
    assertThat(killed.named("_parts")).isEmpty();
  }

  private static int killAtRandom(LocalCluster cluster, Shell.Started job, Output output)
      throws Exception {
    Random random = new Random(7);
    int kills = 0;
    while (kills < KILLS && job.process().isAlive()) {
      // Each time a little has been done: whoever is killed before has nothing to lose.
      long before = output.named("_done").count() + output.named("_parts").count();
      for (int i = 0; i < 600 && job.process().isAlive(); i++) {
        if (output.named("_done").count() + output.named("_parts").count() > before) {
          break;
        }
        Thread.sleep(100);
      }
      Thread.sleep(random.nextInt(2000));
      if (!job.process().isAlive()) {
        break;
      }
      cluster.process("taskmanager-" + (1 + random.nextInt(2))).destroyForcibly();
      kills++;
      assertThat(cluster.heal().exit()).isZero();
    }
    return kills;
  }

  /** Child processes of recognition that have lost their parent. */
  private static List<Long> engines(LocalCluster cluster) throws Exception {
    Thread.sleep(2000);
    long one = cluster.process("taskmanager-1").pid();
    long other = cluster.process("taskmanager-2").pid();
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(cluster.speechMark()))
        .filter(process -> process.pid() != one && process.pid() != other)
        .filter(
            process ->
                process.parent().map(ProcessHandle::pid).stream()
                    .noneMatch(parent -> parent == one || parent == other))
        .map(ProcessHandle::pid)
        .toList();
  }

  private static List<String> command(Path audio, Output output, String... more) {
    return Shell.beamscribe(
        Stream.concat(
                Stream.of(
                    "transcribe",
                    "--input=" + audio,
                    "--output=" + output.root(),
                    "--locale=ko-KR"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  /** A clip that starts a little later each time, so that no two files are alike. */
  private static void different(Path clip, Path target, int number) throws Exception {
    byte[] bytes = Files.readAllBytes(clip);
    byte[] later = Arrays.copyOf(bytes, bytes.length);
    int shift = number * 320;
    System.arraycopy(bytes, 44, later, 44 + shift, bytes.length - 44 - shift);
    Arrays.fill(later, 44, 44 + shift, (byte) 0);
    Files.write(target, later);
  }
}
