// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.runners.direct.Output;
import io.beamscribe.runners.direct.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models and lists of inputs in object storage, for machines that have nothing else in common. */
class SharedModelsIT {
  private static final List<String> NAMES =
      List.of("two words.wav", "100% sure.wav", "a%20b.wav", "밤 #1?.wav");

  @TempDir Path folder;

  /**
   * One machine shares a model, another starts a job with it, and the workers see neither one's
   * folders: below {@code /proc/self/cwd} each process has its own.
   */
  @Test
  void workersCopyWhatTheyHaveNot() throws Exception {
    Path clip = Shell.TESTDATA.resolve("formats/pcm_s16.wav");
    Map<String, String> workers = new HashMap<>(S3Server.CREDENTIALS);
    workers.put("BEAMSCRIBE_MODELS", folder.resolve("workers").toString());
    try (S3Server store = S3Server.start(folder.resolve("s3.log"));
        LocalCluster cluster = LocalCluster.start(folder.resolve("cluster"), workers)) {
      store.bucket("calls");
      store.bucket("models");
      for (String name : NAMES) {
        store.put("calls", "in/" + name, clip);
      }
      store.put(
          "calls",
          "lists/of 100% calls.txt",
          String.join("\n", NAMES.stream().map(name -> "s3a://calls/in/" + name).toList()));
      String[] storage = {"--objectStore=minio", "--endpoint=" + store.endpoint()};

      for (String id : List.of("whisper-base", "silero-vad")) {
        require(Shell.run(command(storage, "models", "pull", id), shared()));
      }
      Map<String, String> client = shared();
      client.put("HOME", folder.toString());
      client.put("BEAMSCRIBE_JAVA_OPTS", "-Duser.home=/proc/self/cwd/client");
      List<String> job =
          command(
              storage,
              "transcribe",
              "--input=@s3a://calls/lists/of 100% calls.txt",
              "--output=s3a://calls/out",
              "--model=whisper-base",
              "--locale=ko-KR",
              "--runner=FlinkRunner",
              "--flinkMaster=" + cluster.master());
      Shell.Ended ended =
          Shell.run(
              Stream.concat(Stream.of("env", "-C", folder.toString()), job.stream()).toList(),
              client);
      require(ended);
      assertThat(ended.out()).contains("4 transcribed");
      for (String role : List.of("jobmanager", "taskmanager-1", "taskmanager-2")) {
        assertThat(OpenPorts.of(cluster.process(role)))
            .as("ports of the " + role)
            .isNotEmpty()
            .allMatch(OpenPorts::isHere);
      }
      Output output = new Output(folder.resolve("fetched"));
      store.fetch("calls", "out/", output.root());
      assertThat(output.ends().keySet()).containsExactlyInAnyOrderElementsOf(NAMES);
      assertThat(output.transcripts()).hasSize(2 * NAMES.size());
    }
    for (String machine : List.of("client/.cache/beamscribe/models", "workers")) {
      try (Stream<Path> models = Files.list(folder.resolve(machine))) {
        assertThat(models.filter(each -> Files.exists(each.resolve("manifest.json")))).hasSize(2);
      }
    }
  }

  private static Map<String, String> shared() {
    Map<String, String> environment = new HashMap<>(S3Server.CREDENTIALS);
    environment.put("BEAMSCRIBE_MODELS", "s3a://models/shared");
    return environment;
  }

  private static List<String> command(String[] storage, String... words) {
    return Shell.beamscribe(
        Stream.concat(Stream.of(words), Stream.of(storage)).toArray(String[]::new));
  }

  private static void require(Shell.Ended ended) {
    assertThat(ended.exit()).as(ended.err()).isZero();
  }
}
