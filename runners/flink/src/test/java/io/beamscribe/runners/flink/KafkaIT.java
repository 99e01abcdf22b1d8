// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.runners.direct.Shell;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store announces new objects through Kafka. */
class KafkaIT {
  private static final Path FORMATS = Shell.TESTDATA.resolve("formats");
  private static final String TOPIC = "store-events";
  private static final String GROUP = "beamscribe-it";
  private static final String BAD =
      """
      {"eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"calls"},"object":{"key":"in/bad%zz.wav"}}}\
      """;

  @TempDir static Path folder;
  private static S3Server store;
  private static KafkaBroker broker;

  @BeforeAll
  static void start() throws Exception {
    store = S3Server.start(Files.createFile(folder.resolve("moto.log")));
    store.bucket("calls");
    broker =
        KafkaBroker.start(
            Path.of(System.getProperty("beamscribe.broker.libraries")), folder.resolve("kafka"));
    broker.topic(TOPIC, 2);
    broker.topic("ended", 1);
  }

  @AfterAll
  static void stop() throws Exception {
    if (broker != null) {
      broker.close();
    }
    if (store != null) {
      store.close();
    }
  }

  @Test
  void commitsWhatIsDoneAndNothingElse() throws Exception {
    put("한국어 a+b.mp3", "mp3.mp3");
    put("flac.flac", "flac.flac");
    put("long names/opus.opus", "opus.opus");
    broker.send(TOPIC, 0, "{\"Event\":\"s3:TestEvent\",\"Bucket\":\"calls\"}");
    broker.send(TOPIC, 0, "}{ no event");
    broker.send(TOPIC, 0, created("한국어 a+b.mp3"));
    broker.send(TOPIC, 0, created("gone before it was read.wav"));
    broker.send(TOPIC, 1, created("flac.flac"));
    broker.send(TOPIC, 1, created("flac.flac"));
    broker.send(
        TOPIC,
        1,
        created("long names/opus.opus").replace("ObjectCreated:Put", "ObjectRemoved:Delete"));

    broker.send(
        TOPIC,
        0,
        created("flac.flac").replace("[", "[null,").replace("]", ",{},%s]".formatted(BAD)));

    Shell.Started first = watch("--resultsTopic=ended");
    await(first, "_done/한국어 a+b.mp3.json", 0, 5, 2);
    await(first, "_done/flac.flac.json", 1, 3, 0);
    assertThat(store.keys("calls", "out/_done/")).hasSize(2);
    assertThat(store.keys("calls", "out/_failed/"))
        .containsExactlyInAnyOrder(
            "out/_failed/_events/store-events/0/4.json", "out/_failed/bad%zz.wav.json");
    assertThat(broker.keys("ended"))
        .containsExactlyInAnyOrder(
            "kafka://store-events/0/4",
            "s3a://calls/in/bad%zz.wav",
            "s3a://calls/in/flac.flac",
            "s3a://calls/in/한국어 a+b.mp3");

    broker.partitions(TOPIC, 4);
    put("late.mp3", "mp3.mp3");
    broker.send(TOPIC, 3, created("late.mp3"));
    await(first, "_done/late.mp3.json", 3, 1, 0);
    end(first);

    // Nothing reads the topic now; the next jobs continue after the committed offset.
    broker.send(TOPIC, 1, created("long names/opus.opus"));
    store.delete("calls", "out/_done/flac.flac.json");
    Shell.Started second =
        watch("--runner=FlinkRunner", "--flinkMaster=[local]", "--parallelism=2");
    Shell.Started third = watch();
    await(second, "_done/long names/opus.opus.json", 1, 4, 3);
    for (int i = 0; i < 4; i++) {
      put(i + ".mp3", "mp3.mp3");
      broker.send(TOPIC, i, created(i + ".mp3"));
    }
    await(second, "_done/2.mp3.json", 2, 1, 0);
    third.process().destroyForcibly().waitFor();
    await(second, "_done/0.mp3.json", 0, 6, 5);
    await(second, "_done/1.mp3.json", 1, 5, 4);
    await(second, "_done/3.mp3.json", 3, 2, 1);
    assertThat(store.keys("calls", "out/_done/"))
        .doesNotContain("out/_done/flac.flac.json")
        .contains("out/_done/한국어 a+b.mp3.json");
    end(second);
  }

  @Test
  void refusesAPrefixWithoutItsSlash() throws Exception {
    put("there.mp3", "mp3.mp3");
    List<String> command = new ArrayList<>(command());
    command.replaceAll(
        word -> word.equals("--input=s3a://calls/in/") ? "--input=s3a://calls/in" : word);
    Shell.Ended run = Shell.run(command, S3Server.CREDENTIALS);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "There is no object 's3a://calls/in'; a slash at the end makes it a prefix of others.");
  }

  /** Waits for a commit; an event is never committed before its results exist. */
  private static void await(
      Shell.Started program, String result, int partition, long offset, long needing) {
    program.await(
        String.format(Locale.ROOT, "offset %d of partition %d", offset, partition),
        () -> {
          long committed = broker.committed(GROUP, TOPIC, partition);
          assertThat(committed).isLessThanOrEqualTo(offset);
          if (committed > needing) {
            assertThat(store.keys("calls", "out/")).contains("out/" + result);
          }
          return committed == offset;
        });
  }

  private static void end(Shell.Started program) throws Exception {
    program.process().destroy();
    assertThat(program.end().err()).contains("run the same command again to resume");
  }

  private static Shell.Started watch(String... more) throws Exception {
    List<String> command = new ArrayList<>(command());
    command.addAll(List.of(more));
    return Shell.start(command, S3Server.CREDENTIALS);
  }

  private static List<String> command() {
    return Shell.beamscribe(
        "watch",
        "--source=kafka",
        "--kafkaServers=" + broker.address(),
        "--kafkaTopic=" + TOPIC,
        "--kafkaGroup=" + GROUP,
        "--input=s3a://calls/in/",
        "--output=s3a://calls/out",
        "--locale=ko-KR",
        "--objectStore=minio",
        "--endpoint=" + store.endpoint());
  }

  private static void put(String name, String clip) {
    store.put("calls", "in/" + name, FORMATS.resolve(clip));
  }

  private static String created(String name) {
    return """
    {"Records":[{"eventSource":"aws:s3","eventName":"ObjectCreated:Put","s3":{"bucket":
    {"name":"calls"},"object":{"key":"%s","size":1,"eTag":"0","sequencer":"00"}}}]}\
    """
        .formatted(URLEncoder.encode("in/" + name, StandardCharsets.UTF_8));
  }
}
