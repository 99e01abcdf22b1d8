// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.runners.direct.LongAudio;
import io.beamscribe.runners.direct.Shell;
import io.beamscribe.speech.streaming.LiveAudio;
import io.beamscribe.speech.streaming.LiveAudios;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions in a topic are recognised while they come, by a job that is killed. */
class ListenIT {
  private static final int CHUNK = 3200;
  private static final Path SPEECH = Shell.TESTDATA.resolve("speech");

  @TempDir static Path folder;
  private static KafkaBroker broker;
  private static byte[] audio;
  private static String expected;

  @BeforeAll
  static void start() throws Exception {
    broker =
        KafkaBroker.start(
            Path.of(System.getProperty("beamscribe.broker.libraries")), folder.resolve("kafka"));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < 2; i++) {
      all.write(pcm(SPEECH.resolve("korean-1.flac")));
      all.write(new byte[48_000]);
      all.write(pcm(SPEECH.resolve("korean-2.flac")));
      all.write(new byte[48_000]);
    }
    audio = all.toByteArray();
    Path wav = Files.write(folder.resolve("all.wav"), LongAudio.header(audio.length));
    Files.write(wav, audio, StandardOpenOption.APPEND);
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
    String in = "calls-" + name;
    String out = "text-" + name;
    broker.topic(in, 2);
    broker.topic(out, 1);
    Shell.Started first = listen(in, out, "10m", flags);
    int half = audio.length / 2 / CHUNK * CHUNK;
    int quarter = half / 2 / CHUNK * CHUNK;
    send(in, "one", 0, quarter);
    broker.send(in, "wrong", new byte[3], Map.of());
    send(in, "left", 0, quarter);
    first.await("a phrase", () -> !told(out, "one", "Final").isEmpty());
    first.await("its state", saved);
    send(in, "one", quarter, half);
    // Of which the state that was saved may not know.
    first.await("another phrase", () -> told(out, "one", "Final").size() >= 2);
    first.process().destroyForcibly().waitFor();

    List<String> more = new ArrayList<>(flags);
    more.addAll(again.flags());
    send(in, "one", half, audio.length);
    broker.send(in, "one", null, Map.of());
    Shell.Started second = listen(in, out, "15s", more);
    second.await("the end", () -> !told(out, "one", "Ended").isEmpty());
    second.await("the end of silence", () -> !told(out, "left", "Ended").isEmpty());
    second.await(
        "all is done",
        () ->
            broker.committed("beamscribe", in, 0) + broker.committed("beamscribe", in, 1)
                == sent(half) + 1 + sent(quarter) + sent(audio.length - half) + 1);
    second.process().destroy();

    List<JsonNode> finals = told(out, "one", "Final");
    assertThat(finals).extracting(each -> each.get("id").asText()).doesNotHaveDuplicates();
    assertThat(finals).extracting(each -> each.get("startMilliseconds").asLong()).isSorted();
    // What is heard from another place on has other noise, by which a word may be another one.
    assertThat(finals).hasSameSizeAs(expected.lines().toList());
    assertThat(expected).startsWith(text(finals.subList(0, 2)));
    List<JsonNode> left = told(out, "left", "Final");
    assertThat(left).extracting(each -> each.get("id").asText()).doesNotHaveDuplicates();
    assertThat(expected).startsWith(text(left.subList(0, left.size() - 1)));
    assertThat(told(out, "wrong", "Failed")).hasSize(1);
    assertThat(told(out, "one", "Partial")).isNotEmpty();
  }

  private static long sent(int bytes) {
    return ((long) bytes + CHUNK - 1) / CHUNK;
  }

  private static void send(String topic, String session, int from, int to) throws Exception {
    for (int at = from; at < to; at += CHUNK) {
      broker.send(
          topic, session, Arrays.copyOfRange(audio, at, Math.min(to, at + CHUNK)), Map.of());
    }
  }

  private static String text(List<JsonNode> phrases) {
    return phrases.stream()
        .map(each -> each.get("display").asText())
        .collect(Collectors.joining("\n"));
  }

  private static List<JsonNode> told(String topic, String session, String status)
      throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> told = new ArrayList<>();
    for (String value : broker.values(topic)) {
      JsonNode each = mapper.readTree(value);
      if (each.get("session").asText().equals(session)
          && each.get("status").asText().equals(status)) {
        told.add(each);
      }
    }
    return told;
  }

  private static Shell.Started listen(String in, String out, String idle, List<String> flags)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            Shell.beamscribe(
                "listen",
                "--model=vosk-small-ko",
                "--idle=" + idle,
                "--input=kafka://" + broker.address() + "/" + in,
                "--output=kafka://" + broker.address() + "/" + out));
    command.addAll(flags);
    return Shell.start(command, Map.of());
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

  /** As the service gets it: mono, 16 kHz, 16 bits. */
  private static byte[] pcm(Path file) throws Exception {
    ByteArrayOutputStream pcm = new ByteArrayOutputStream();
    try (LiveAudio decoded =
        LiveAudios.any(
            (samples, count) -> {
              for (int i = 0; i < count; i++) {
                int sample = Math.round(samples[i]);
                pcm.write(sample);
                pcm.write(sample >> 8);
              }
            })) {
      decoded.accept(Files.readAllBytes(file));
      decoded.finish();
    }
    return pcm.toByteArray();
  }
}
