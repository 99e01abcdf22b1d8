// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.beamscribe.runners.direct.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions in a topic are recognised while they come, by a job that is killed. */
class ListenIT {
  @TempDir static Path folder;
  private static KafkaBroker broker;
  private static byte[] audio;
  private static String expected;

  @BeforeAll
  static void start() throws Exception {
    broker =
        KafkaBroker.start(
            Path.of(System.getProperty("beamscribe.broker.libraries")), folder.resolve("kafka"));
    audio = Spoken.clips();
    Path wav = Spoken.wav(folder.resolve("all.wav"), audio);
    Shell.Ended listened =
        Shell.run(Shell.beamscribe("listen", "--model=vosk-small-ko", "--input=" + wav));
    expected = listened.out().strip();
    assertThat(expected.lines().count()).as(listened.err()).isGreaterThan(2);
  }

  @AfterAll
  static void stop() throws Exception {
    if (broker != null) {
      broker.close();
    }
  }

  /** What is not done is read again, and what was told is in the topic. */
  @Test
  void aJobWithoutStateGoesOnAfterTheLastFinalPhrase() throws Exception {
    surviveKills("direct", List.of(), () -> true, List::of);
  }

  @Test
  void aJobWithACheckpointGoesOnAfterTheLastFinalPhrase() throws Exception {
    Path checkpoints = Files.createDirectory(folder.resolve("checkpoints"));
    surviveKills(
        "flink",
        List.of(
            "--runner=FlinkRunner",
            "--flinkMaster=[local]",
            "--parallelism=2",
            "--checkpointingInterval=500",
            "--externalizedCheckpointsEnabled=true",
            "--retainExternalizedCheckpointsOnCancellation=true",
            "--stateBackend=filesystem",
            "--stateBackendStoragePath=" + checkpoints.toUri()),
        () -> newest(checkpoints).isPresent(),
        () -> List.of("--savepointPath=" + newest(checkpoints).orElseThrow().toUri()));
  }

  private interface Again {
    List<String> flags();
  }

  /**
   * Kills a job and starts it again, in the middle of one session and after the end of another.
   *
   * @param saved whether it has saved its state, if it does
   */
  private static void surviveKills(
      String name, List<String> flags, Callable<Boolean> saved, Again again) throws Exception {
    Spoken spoken = Spoken.topics(broker, audio, name);
    Shell.Started first = listen(spoken, "10m", flags);
    int quarter = spoken.quarter(1);
    int half = spoken.quarter(2);
    spoken.send("one", 0, quarter);
    broker.send(spoken.in(), "wrong", new byte[3], Map.of());
    spoken.send("left", 0, quarter);
    first.await("a phrase", () -> !spoken.told("one", "Final").isEmpty());
    first.await("its state", saved);
    spoken.send("one", quarter, half);
    // Of which the state that was saved may not know.
    first.await("another phrase", () -> spoken.told("one", "Final").size() >= 2);
    first.process().destroyForcibly().waitFor();

    List<String> more = new ArrayList<>(flags);
    more.addAll(again.flags());
    spoken.send("one", half, audio.length);
    spoken.end("one");
    Shell.Started second = listen(spoken, "15s", more);
    second.await("the end", () -> !spoken.told("one", "Ended").isEmpty());
    second.await("the end of silence", () -> !spoken.told("left", "Ended").isEmpty());
    long sent = Spoken.messages(audio.length) + 1 + Spoken.messages(quarter) + 1;
    second.await("all is done", () -> committed(spoken, 0) + committed(spoken, 1) == sent);
    second.process().destroy();

    List<JsonNode> finals = spoken.told("one", "Final");
    assertThat(finals).extracting(each -> each.get("id").asText()).doesNotHaveDuplicates();
    assertThat(finals).extracting(each -> each.get("startMilliseconds").asLong()).isSorted();
    // What is heard from another place on has other noise, by which a word may be another one.
    assertThat(finals).hasSameSizeAs(expected.lines().toList());
    assertThat(expected).startsWith(Spoken.text(finals.subList(0, 2)));
    List<JsonNode> left = spoken.told("left", "Final");
    assertThat(left).extracting(each -> each.get("id").asText()).doesNotHaveDuplicates();
    assertThat(expected).startsWith(Spoken.text(left.subList(0, left.size() - 1)));
    assertThat(spoken.told("wrong", "Failed")).hasSize(1);
    assertThat(spoken.told("one", "Partial")).isNotEmpty();
  }

  private static long committed(Spoken spoken, int partition) throws Exception {
    return broker.committed("beamscribe", spoken.in(), partition);
  }

  private static Shell.Started listen(Spoken spoken, String idle, List<String> flags)
      throws Exception {
    List<String> all = new ArrayList<>(flags);
    all.add("--idle=" + idle);
    return spoken.listen(all.toArray(String[]::new));
  }

  /** The last complete checkpoint. */
  private static Optional<Path> newest(Path checkpoints) {
    try (Stream<Path> files = Files.walk(checkpoints)) {
      return files
          .filter(each -> each.endsWith("_metadata"))
          .max(Comparator.comparingLong(each -> each.toFile().lastModified()))
          .map(Path::getParent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
