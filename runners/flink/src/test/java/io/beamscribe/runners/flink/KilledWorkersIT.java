// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static io.beamscribe.runners.flink.Killer.KILLS;
import static io.beamscribe.runners.flink.Killer.MANAGER;
import static io.beamscribe.runners.flink.Killer.WORKERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.beamscribe.runners.direct.Output;
import io.beamscribe.runners.direct.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killing processes of a cluster with -9 at random costs a batch time, but no result. Takes
 * minutes, and runs only with {@code -Dbeamscribe.kills=20} or the like.
 */
@EnabledIfSystemProperty(named = "beamscribe.kills", matches = "\\d+")
class KilledWorkersIT {
  private static final int SIGINT = 128 + 2;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir static Path folder;
  private static Path audio;

  /** The expected results, by file name and without addresses. */
  private static final Map<String, String> EXPECTED = new TreeMap<>();

  private static double seconds;

  @BeforeAll
  static void undisturbed() throws Exception {
    Clips clips = Clips.in(folder);
    Map<String, Long> lengths = new HashMap<>();
    for (JsonNode row : clips.whole().report().get("details")) {
      lengths.put(row.get("source").asText(), row.get("durationMilliseconds").asLong());
    }
    audio = Files.createDirectory(folder.resolve("audio"));
    Map<String, String> recordings = new HashMap<>(Map.of(Clips.LONG, Clips.LONG));
    for (int i = 0; i < 12 + 6 * KILLS; i++) {
      recordings.put("call " + i, Clips.named(i));
    }
    for (Map.Entry<String, String> each : recordings.entrySet()) {
      String file = each.getKey() + ".wav";
      Files.copy(clips.file(each.getValue()), audio.resolve(file));
      clips
          .results(each.getValue())
          .forEach((ending, text) -> EXPECTED.put(file + "." + ending, text));
      seconds += lengths.get(each.getValue() + ".wav") / 1e3;
    }
  }

  @Test
  void workersBesideAFolder() throws Exception {
    Output killed = new Output(folder.resolve("killed"));
    try (LocalCluster cluster = Killer.cluster(folder.resolve("cluster-folder"))) {
      Shell.Started job = start(cluster, audio.toString(), killed.root().toString());
      Killer killer = new Killer(cluster, job, () -> killed.named("_done").count()).kill(WORKERS);
      requireDone(job.end(), killer);
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(abandonedEngines(cluster)).isEmpty());
    }
    requireWhole(killed);
  }

  @Test
  void workersBesideAStoreOnItsBadDays() throws Exception {
    Output killed = new Output(folder.resolve("fetched"));
    try (S3Server store = S3Server.start(folder.resolve("s3.log"));
        FaultyProxy proxy = FaultyProxy.before(store.endpoint());
        LocalCluster cluster = Killer.cluster(folder.resolve("cluster-store"))) {
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
      Killer killer =
          new Killer(cluster, job, () -> store.keys("calls", "out/_done/").size()).kill(WORKERS);
      requireDone(job.end(), killer);
      assertThat(proxy.refused()).isPositive();
      assertThat(proxy.cut()).isPositive();
      store.fetch("calls", "out/", killed.root());
    }
    requireWhole(killed);
  }

  /** The restarted JobManager recovers its jobs, and a waiting client keeps waiting. */
  @Test
  void managerThatKeepsItsJobs() throws Exception {
    Output killed = new Output(folder.resolve("managed"));
    try (LocalCluster cluster = Killer.cluster(folder.resolve("cluster-managed"), "--ha")) {
      Shell.Started job = start(cluster, audio.toString(), killed.root().toString());
      Killer killer = new Killer(cluster, job, () -> killed.named("_done").count()).kill(MANAGER);
      requireDone(job.end(), killer);
    }
    requireWhole(killed);
  }

  /** Ctrl-C cancels the job on the cluster too; running the same again does only the rest. */
  @Test
  void userWhoInterrupts() throws Exception {
    Output output = new Output(folder.resolve("interrupted"));
    try (LocalCluster cluster = Killer.cluster(folder.resolve("cluster-interrupted"))) {
      Shell.Started job = start(cluster, audio.toString(), output.root().toString());
      job.await("a first file", () -> output.named("_done").findAny().isPresent());
      Shell.run(List.of("kill", "-INT", String.valueOf(job.process().pid())));
      Shell.Ended ended = job.end();
      assertThat(ended.exit()).as(ended.err()).isEqualTo(SIGINT);
      assertThat(ended.err()).contains("run the same command again to resume");
      await()
          .atMost(PATIENCE)
          .until(
              () -> cluster.get("/jobs").at("/jobs/0/status").asText(),
              state -> state.equals("CANCELED"));
      long before = output.named("_done").count();

      Shell.Ended again = start(cluster, audio.toString(), output.root().toString()).end();
      assertThat(again.exit()).as(again.err()).isZero();
      assertThat(output.count("skippedTranscriptionsCount")).isEqualTo((int) before);
    }
    assertThat(output.transcriptsWithoutSource()).isEqualTo(EXPECTED);
    assertThat(output.named("_parts")).isEmpty();
  }

  private static void requireDone(Shell.Ended ended, Killer killer) {
    assertThat(ended.exit()).as(ended.out() + ended.err() + killer.log()).isZero();
    assertThat(killer.kills()).as(killer.log()).isEqualTo(KILLS);
    assertThat(killer.amidWork()).as(killer.log()).isGreaterThanOrEqualTo(KILLS / 2);
  }

  /** Each file has one row as work of this run, and nothing is left over. */
  private static void requireWhole(Output killed) throws Exception {
    assertThat(killed.transcriptsWithoutSource()).isEqualTo(EXPECTED);
    for (Map.Entry<String, String> each : killed.transcripts().entrySet()) {
      String name = each.getKey().replaceFirst("transcripts/(.*)\\.json", "$1");
      if (!name.equals(each.getKey())) {
        assertThat(each.getValue()).containsPattern("\"source\": \"[^\"]*/" + name + "\"");
      }
    }
    int files = EXPECTED.size() / 2;
    assertThat(killed.ends()).hasSize(files);
    assertThat(killed.count("successfulTranscriptionsCount")).isEqualTo(files);
    assertThat(killed.count("skippedTranscriptionsCount")).isZero();
    assertThat(killed.report().at("/totals/audioSeconds").asDouble())
        .isCloseTo(seconds, within(0.1));
    assertThat(killed.named("_done").filter(name -> name.endsWith(".json"))).hasSize(files);
    assertThat(killed.named("_parts")).isEmpty();
  }

  /** Child processes of recognition that have lost their parent. */
  private static List<String> abandonedEngines(LocalCluster cluster) throws Exception {
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
}
