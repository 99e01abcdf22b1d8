// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.runners.direct.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions in a topic on a cluster, whose workers die and whose job is stopped and started. */
class ListenOnClusterIT {
  private static final List<String> DISTURBED = List.of("one", "two", "three");

  /** By so much the times of phrases may differ that were heard from another place on, in ms. */
  private static final long SHIFT = 300;

  @TempDir static Path folder;
  private static KafkaBroker broker;
  private static LocalCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    broker =
        KafkaBroker.start(
            Path.of(System.getProperty("beamscribe.broker.libraries")), folder.resolve("kafka"));
    cluster = Killer.cluster(folder.resolve("cluster"));
  }

  @AfterAll
  static void stop() throws Exception {
    if (cluster != null) {
      cluster.close();
    }
    if (broker != null) {
      broker.close();
    }
  }

  @Test
  void eachPhraseIsFinalOnceAfterKillsAndASavepoint() throws Exception {
    Spoken spoken = Spoken.topics(broker, Spoken.clips(), "cluster");
    Shell.Started first = listen(spoken);
    spoken.send("over", 0, spoken.quarter(4));
    spoken.end("over");
    speak(spoken, 0, 1);
    awaitFinals(first, spoken, 1);
    first.await("the end of a session", () -> !spoken.told("over", "Ended").isEmpty());
    String job = job();
    first.await("a checkpoint", () -> checkpoints(job, "completed") > 0);

    speak(spoken, 1, 2);
    awaitFinals(first, spoken, 2); // of which the checkpoint may not know
    cluster.kill("taskmanager-1");
    cluster.kill("taskmanager-2");
    assertThat(cluster.heal().exit()).isZero();
    speak(spoken, 2, 3);
    awaitFinals(first, spoken, 3);
    assertThat(checkpoints(job, "restored")).isPositive();

    String savepoint = cluster.stopped(job);
    assertThat(first.end().exit()).isZero();
    speak(spoken, 3, 4);
    for (String session : DISTURBED) {
      spoken.end(session);
    }
    spoken.send("calm", 0, spoken.quarter(4));
    spoken.end("calm");
    Shell.Started second = listen(spoken, "--savepointPath=" + savepoint);
    for (String session : List.of("one", "two", "three", "calm")) {
      second.await("the end of " + session, () -> !spoken.told(session, "Ended").isEmpty());
    }
    second.process().destroy();
    second.end();

    List<JsonNode> calm = spoken.told("calm", "Final");
    requireTheTextOfAFile(spoken, calm);
    assertThat(Spoken.text(spoken.told("over", "Final"))).isEqualTo(Spoken.text(calm));
    assertThat(spoken.told("over", "Ended")).hasSize(1);
    for (String session : DISTURBED) {
      requireThePhrasesOf(calm, spoken.told(session, "Final"), session);
      assertThat(spoken.told(session, "Ended")).as(session).hasSize(1);
      assertThat(spoken.told(session, "Failed")).as(session).isEmpty();
    }
  }

  /** The next quarter of each session, in turns. */
  private static void speak(Spoken spoken, int from, int to) throws Exception {
    for (String session : DISTURBED) {
      spoken.send(session, spoken.quarter(from), spoken.quarter(to));
    }
  }

  private static void awaitFinals(Shell.Started job, Spoken spoken, int least) {
    for (String session : DISTURBED) {
      job.await(
          String.format(Locale.ROOT, "%d phrases of %s", least, session),
          () -> spoken.told(session, "Final").size() >= least);
    }
  }

  /** As many, each in its place; a word may be another one, as noise depends on the begin. */
  private static void requireThePhrasesOf(
      List<JsonNode> calm, List<JsonNode> phrases, String session) {
    String all = session + ":\n" + phrases;
    assertThat(phrases).as(all).hasSameSizeAs(calm);
    assertThat(phrases).extracting(each -> each.get("id").asText()).doesNotHaveDuplicates();
    long end = 0;
    for (int i = 0; i < phrases.size(); i++) {
      long start = phrases.get(i).get("startMilliseconds").asLong();
      assertThat(start).as(all).isGreaterThanOrEqualTo(end);
      assertThat(start)
          .as(all)
          .isCloseTo(calm.get(i).get("startMilliseconds").asLong(), within(SHIFT));
      end = phrases.get(i).get("endMilliseconds").asLong();
      assertThat(end).as(all).isCloseTo(calm.get(i).get("endMilliseconds").asLong(), within(SHIFT));
    }
    // Heard before anything happened to it.
    assertThat(phrases.get(0).get("display")).isEqualTo(calm.get(0).get("display"));
  }

  /** The same text as live recognition of a file; nothing that a batch hears is left out. */
  private static void requireTheTextOfAFile(Spoken spoken, List<JsonNode> calm) throws Exception {
    Path wav = Spoken.wav(folder.resolve("all.wav"), spoken.audio());
    Shell.Ended live =
        Shell.run(Shell.beamscribe("listen", "--model=vosk-small-ko", "--input=" + wav));
    assertThat(Spoken.text(calm)).as(live.err()).isEqualTo(live.out().strip());
    Path output = folder.resolve("batch");
    Shell.Ended batch =
        Shell.run(
            Shell.beamscribe(
                "transcribe", "--model=vosk-small-ko", "--input=" + wav, "--output=" + output));
    assertThat(batch.exit()).as(batch.err()).isZero();
    JsonNode phrases =
        new ObjectMapper()
            .readTree(Files.readString(output.resolve("transcripts/all.wav.json")))
            .get("recognizedPhrases");
    assertThat(phrases).isNotEmpty();
    for (JsonNode each : phrases) {
      long start = each.get("offsetMilliseconds").asLong();
      long end = start + each.get("durationMilliseconds").asLong();
      assertThat(common(start, end, calm))
          .as(each + "\n" + calm)
          .isGreaterThanOrEqualTo((end - start) * 9 / 10);
    }
  }

  /** Milliseconds of a range that phrases cover. */
  private static long common(long start, long end, List<JsonNode> phrases) {
    long common = 0;
    for (JsonNode each : phrases) {
      long first = Math.max(start, each.get("startMilliseconds").asLong());
      long last = Math.min(end, each.get("endMilliseconds").asLong());
      common += Math.max(0, last - first);
    }
    return common;
  }

  private static Shell.Started listen(Spoken spoken, String... more) throws Exception {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "--runner=FlinkRunner",
                "--flinkMaster=" + cluster.master(),
                "--checkpointingInterval=1000",
                "--idle=10m"));
    flags.addAll(List.of(more));
    return spoken.listen(flags.toArray(String[]::new));
  }

  private static String job() throws Exception {
    for (JsonNode each : cluster.get("/jobs").get("jobs")) {
      if (each.get("status").asText().equals("RUNNING")) {
        return each.get("id").asText();
      }
    }
    throw new AssertionError("no job runs");
  }

  private static int checkpoints(String job, String kind) throws Exception {
    return cluster.get("/jobs/" + job + "/checkpoints").get("counts").get(kind).asInt();
  }
}
