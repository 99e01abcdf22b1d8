// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.runners.direct.LongAudio;
import io.beamscribe.runners.direct.Output;
import io.beamscribe.runners.direct.Shell;
import io.beamscribe.runners.direct.WhileAlive;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A streaming job on a cluster whose processes die. */
class WatchIT {
  private static final Path FORMATS = Shell.TESTDATA.resolve("formats");
  private static final String JOB_NAME = "watch-it";
  private static final String RUNNING = "RUNNING";

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int REPORTERS = 9;
  private static final Pattern LISTED =
      Pattern.compile(
          "(?m)^flink_taskmanager_job_task_operator_beamscribe_files_listed\\{.*} ([0-9.]+)$");

  @TempDir static Path folder;
  private static int reporters;
  private static S3Server store;
  private static LocalCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    store = S3Server.start(Files.createFile(folder.resolve("moto.log")));
    store.bucket("calls");
    reporters = Ports.free(IntStream.rangeClosed(1, REPORTERS).toArray());
    cluster =
        LocalCluster.start(
            folder.resolve("cluster"),
            S3Server.CREDENTIALS,
            "--logFormat=json",
            // Notices soon that a worker has died, and updates counters often.
            "-Dheartbeat.interval=500",
            "-Dheartbeat.timeout=8000",
            "-Drestart-strategy.failure-rate.delay=500 ms",
            // Until the killed worker is back, which takes a busy machine long, each restart fails.
            "-Drestart-strategy.failure-rate.max-failures-per-interval=1000",
            "-Dmetrics.fetcher.update-interval=2000",
            "-Dmetrics.reporter.prom.factory.class="
                + "org.apache.flink.metrics.prometheus.PrometheusReporterFactory",
            String.format(
                Locale.ROOT,
                "-Dmetrics.reporter.prom.port=%d-%d",
                reporters,
                reporters + REPORTERS));
  }

  @AfterAll
  static void stop() throws Exception {
    if (cluster != null) {
      cluster.close();
    }
    if (store != null) {
      store.close();
    }
  }

  @Test
  void losesAndDoublesNothing() throws Exception {
    Path meeting = folder.resolve("long.wav");
    LongAudio.write(meeting, FORMATS.resolve("pcm_s16.wav"), 5);
    Shell.Started first = watch();
    WhileAlive watching = watching(first);
    put("mp3.mp3", FORMATS.resolve("mp3.mp3"));
    put("long.wav", meeting);
    put("call.flac", Shell.TESTDATA.resolve("channels/call.flac"));
    put("notes.txt", Shell.TESTDATA.resolve("README.md"));
    watching.await("a job", () -> !jobs(RUNNING).isEmpty());
    String job = jobs(RUNNING).get(0);
    watching.await("a first file", () -> !done().isEmpty());
    watching.await("metrics", () -> count("files-listed") == 4 && count("files-succeeded") > 0);
    // Flink queries the steps of a job for their counters one after another.
    List<String> all = List.of("audio-recognized-milliseconds", "model-loads", "queue");
    watching.await("all metrics", () -> counters().keySet().containsAll(all));
    watching.await("Prometheus", () -> scraped() == 4);
    watching.await("a checkpoint", () -> checkpoints(job, "completed") > 0);

    cluster.kill("taskmanager-1");
    put("opus.opus", FORMATS.resolve("opus.opus"));
    assertThat(cluster.heal().exit()).isZero();
    watching.await("4 files", () -> done().size() == 4);
    assertThat(checkpoints(job, "restored")).isPositive();

    String before = marker("opus.opus");
    put("opus.opus", FORMATS.resolve("flac.flac"));
    watching.await("the new version", () -> !marker("opus.opus").equals(before));

    String savepoint = cluster.stopped(job);
    assertThat(first.end().exit()).isZero();
    store.delete("calls", "out/_done/mp3.mp3.json");
    put("late.wav", FORMATS.resolve("pcm_s16.wav"));
    Shell.Started second = Shell.start(flinkRun("-s", savepoint), S3Server.CREDENTIALS);
    watching(second).await("4 files", () -> done().size() == 4);
    // It knows its finished files without listing markers: only the new one.
    assertThat(done()).contains("out/_done/late.wav.json").doesNotContain("out/_done/mp3.mp3.json");
    String restored = jobs(RUNNING).get(0);

    // As a pod that is tried again does while the job goes on.
    Shell.Ended again = Shell.run(flinkRun("-d"), S3Server.CREDENTIALS);
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.out()).contains("as job " + restored + "; nothing was started");
    assertThat(jobs(RUNNING)).containsExactly(restored);

    second.process().destroy();
    Shell.Ended ended = second.end();
    assertThat(ended.err()).contains("run the same command again to resume");
    await("the end of the job").atMost(PATIENCE).until(() -> jobs("CANCELED").contains(restored));
    // The job has started three times on this worker: what lives as long as the worker, such as the
    // engine, may keep the classes of the first start, and nothing those of each.
    await("that classes go").atMost(PATIENCE).until(() -> jobClassLoaders("taskmanager-2") < 3);
    requireTheSameAsABatch();
    requireLogsForMachines();
  }

  /** Also of a killed process: each line is an object, and lines about a file name it. */
  private static void requireLogsForMachines() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> ended = new ArrayList<>();
    for (String line : cluster.logs().lines().toList()) {
      JsonNode node = json.readTree(line);
      assertThat(node.fieldNames())
          .toIterable()
          .as(line)
          .contains("time", "level", "logger", "thread", "message");
      if (node.get("message").asText().equals("Succeeded")) {
        ended.add(node.get("file").asText());
      }
    }
    // Files finished just before the cancellation may not be reported any more.
    assertThat(ended).contains("s3a://calls/in/mp3.mp3", "s3a://calls/in/call.flac");
    assertThat(cluster.logs()).doesNotContain(S3Server.CREDENTIALS.get("AWS_SECRET_ACCESS_KEY"));
  }

  private static void requireTheSameAsABatch() throws Exception {
    Path local = folder.resolve("batch");
    Shell.Ended ended =
        Shell.run(
            Shell.beamscribe(
                "transcribe",
                "--input=s3a://calls/in/",
                "--output=" + local,
                "--locale=ko-KR",
                "--objectStore=minio",
                "--endpoint=" + store.endpoint()),
            S3Server.CREDENTIALS);
    assertThat(ended.exit()).as(ended.err()).isZero();
    Path fetched = folder.resolve("fetched");
    store.fetch("calls", "out/", fetched);
    Output watched = new Output(fetched);
    Output batch = new Output(local);
    assertThat(batch.transcripts()).hasSize(10);
    assertThat(watched.transcripts()).isEqualTo(batch.transcripts());
    assertThat(watched.named("_parts")).isEmpty();
    assertThat(watched.named("_failed")).isEmpty();
  }

  private static Shell.Started watch() throws Exception {
    List<String> command = new ArrayList<>(Shell.beamscribe("watch"));
    command.add("--flinkMaster=" + cluster.master());
    command.addAll(flags());
    return Shell.start(command, S3Server.CREDENTIALS);
  }

  /** The same job with Flink's own command line. */
  private static List<String> flinkRun(String... how) {
    List<String> command = new ArrayList<>(cluster.command("flink", "run", "-p", "2"));
    command.addAll(List.of(how));
    command.addAll(List.of("-c", "io.beamscribe.pipelines.TranscribeStream"));
    command.add(System.getProperty("beamscribe.jar"));
    command.addAll(flags());
    return command;
  }

  private static List<String> flags() {
    return List.of(
        "--input=s3a://calls/in/",
        "--output=s3a://calls/out",
        "--locale=ko-KR",
        "--pollInterval=1s",
        "--objectStore=minio",
        "--endpoint=" + store.endpoint(),
        "--runner=FlinkRunner",
        "--jobName=" + JOB_NAME,
        "--checkpointingInterval=1000");
  }

  private static WhileAlive watching(Shell.Started program) {
    return new WhileAlive(
        program.process(), () -> cluster.logs() + program.said() + "done: " + done());
  }

  private static void put(String name, Path file) {
    store.put("calls", "in/" + name, file);
  }

  private static List<String> done() {
    return store.keys("calls", "out/_done/");
  }

  private static String marker(String name) throws Exception {
    return store.read("calls", "out/_done/" + name + ".json");
  }

  private static List<String> jobs(String status) throws Exception {
    List<String> found = new ArrayList<>();
    for (JsonNode job : cluster.get("/jobs").get("jobs")) {
      if (job.get("status").asText().equals(status)) {
        found.add(job.get("id").asText());
      }
    }
    return found;
  }

  private static long count(String name) throws IOException {
    return counters().getOrDefault(name, 0L);
  }

  private static Map<String, Long> counters() throws IOException {
    return new FlinkCluster(cluster.master()).counters(JOB_NAME, "beamscribe");
  }

  /** The counter of listed files as Prometheus would read it, from every process. */
  private static double scraped() throws IOException {
    double sum = 0;
    for (int port = reporters; port <= reporters + REPORTERS; port++) {
      try (InputStream page =
          URI.create("http://127.0.0.1:" + port + "/metrics").toURL().openStream()) {
        Matcher matcher = LISTED.matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        while (matcher.find()) {
          sum += Double.parseDouble(matcher.group(1));
        }
      } catch (ConnectException e) {
        // no process has this port
      }
    }
    return sum;
  }

  /** Class loaders of jobs in a process that has run several, after a garbage collection. */
  private static long jobClassLoaders(String role) throws Exception {
    String pid = String.valueOf(cluster.process(role).pid());
    Shell.run(List.of("jcmd", pid, "GC.run"));
    Shell.Ended listed = Shell.run(List.of("jcmd", pid, "VM.classloaders"));
    assertThat(listed.out()).as(listed.err()).contains("AppClassLoader");
    return listed.out().lines().filter(line -> line.contains("ChildFirstClassLoader")).count();
  }

  private static int checkpoints(String job, String kind) throws Exception {
    return cluster.get("/jobs/" + job + "/checkpoints").get("counts").get(kind).asInt();
  }
}
