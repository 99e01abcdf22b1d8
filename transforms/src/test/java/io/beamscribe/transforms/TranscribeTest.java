// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.transforms.telemetry.MetricNames;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.testing.Tones;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscribeTest {
  private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

  @TempDir Path folder;

  @BeforeEach
  void audio() throws Exception {
    Jobs.clip("korean-1.flac", folder.resolve("audio/one.flac"));
    Jobs.clip("korean-2.flac", folder.resolve("audio/deep/two.flac"));
    Tones.write(folder.resolve("audio/long.wav"), 420);
    Files.writeString(folder.resolve("audio/broken.wav"), "RIFF is all that is right");
    Files.writeString(folder.resolve("audio/notes.txt"), "no audio");
  }

  @Test
  void eachFileHasOneRowAndTheModelIsLoadedOnce() throws Exception {
    Map<String, Long> counters = run(false);
    assertThat(statuses())
        .isEqualTo(
            Map.of(
                "one.flac", "Succeeded",
                "deep/two.flac", "Succeeded",
                "long.wav", "Succeeded",
                "broken.wav", "Failed"));
    assertThat(counters)
        .containsEntry("files-listed", 5L)
        .containsEntry("files-ignored", 1L)
        .containsEntry("files-succeeded", 3L)
        .containsEntry("files-failed", 1L)
        .containsEntry("files-failed-UnsupportedAudio", 1L)
        .containsEntry("model-loads", 1L);
    assertThat(results()).contains("transcripts/deep/two.flac.json", "transcripts/long.wav.txt");
    assertThat(results()).noneMatch(name -> name.startsWith("_parts"));
  }

  @Test
  void secondRunSkipsWhatIsFinishedAndTriesTheRestAgain() throws Exception {
    run(false);
    Map<String, byte[]> first = transcripts();
    Map<String, Long> counters = run(false);
    assertThat(statuses())
        .isEqualTo(
            Map.of(
                "one.flac", "Skipped",
                "deep/two.flac", "Skipped",
                "long.wav", "Skipped",
                "broken.wav", "Failed"));
    assertThat(counters).doesNotContainKeys("model-loads", "segments");
    assertThat(transcripts()).containsExactlyEntriesOf(first);
  }

  @Test
  void overwritingDoesAllAnew() throws Exception {
    run(false);
    assertThat(run(true)).containsEntry("files-succeeded", 3L).containsEntry("model-loads", 1L);
  }

  @Test
  void whatAKilledRunKeptOfADoneFileGoes() throws Exception {
    run(false);
    Path parts = folder.resolve("out/_parts");
    for (String file : List.of("long.wav", "deep/two.flac")) {
      String marker = Files.readString(folder.resolve("out/_done/" + file + ".json"));
      String fingerprint = marker.replaceAll("(?s).*\"fingerprint\"\\s*:\\s*\"(.{16}).*", "$1");
      block(parts.resolve(file + "/" + fingerprint + "/1.json"), Instant.now());
    }
    // Of other options, which a run may have that works now, or one long ago.
    block(parts.resolve("long.wav/0123456789abcdef/1.json"), Instant.now());
    block(parts.resolve("long.wav/fedcba9876543210/1.json"), LONG_AGO);
    block(parts.resolve("of-another-run.wav/0123456789abcdef/1.json"), LONG_AGO);
    block(folder.resolve("out/_run/killed/failed/1.json"), LONG_AGO);
    block(folder.resolve("out/_run/works/failed/1.json"), Instant.now());
    run(false);
    assertThat(results().stream().filter(name -> name.startsWith("_run")))
        .containsExactly("_run/works/failed/1.json");
    assertThat(results().stream().filter(name -> name.startsWith("_parts")))
        .containsExactlyInAnyOrder(
            "_parts/long.wav/0123456789abcdef/1.json",
            "_parts/of-another-run.wav/0123456789abcdef/1.json");
  }

  private static void block(Path part, Instant kept) throws IOException {
    Files.createDirectories(part.getParent());
    Files.writeString(part, "{}");
    Files.setLastModifiedTime(part, FileTime.from(kept));
  }

  private Map<String, Long> run(boolean overwrite) {
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setTargetParallelism(2);
    Pipeline pipeline = Pipeline.create(options);
    pipeline.apply(
        "Transcribe",
        Transcribe.batch(
            List.of(folder.resolve("audio").toString()),
            Jobs.settings(folder.resolve("out"), overwrite),
            0));
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    MetricsFilter ours =
        MetricsFilter.builder()
            .addNameFilter(MetricNameFilter.inNamespace(MetricNames.NAMESPACE))
            .build();
    Map<String, Long> counters = new TreeMap<>();
    for (MetricResult<Long> counter : result.metrics().queryMetrics(ours).getCounters()) {
      counters.merge(counter.getName().getName(), counter.getAttempted(), Long::sum);
    }
    return counters;
  }

  private Map<String, String> statuses() throws Exception {
    JsonNode report = new ObjectMapper().readTree(folder.resolve("out/report.json").toFile());
    Map<String, String> statuses = new TreeMap<>();
    for (JsonNode row : report.get("details")) {
      statuses.put(row.get("source").asText(), row.get("status").asText());
    }
    return statuses;
  }

  private List<String> results() throws Exception {
    Path out = folder.resolve("out");
    try (Stream<Path> files = Files.walk(out)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> out.relativize(file).toString())
          .toList();
    }
  }

  private Map<String, byte[]> transcripts() throws Exception {
    Map<String, byte[]> transcripts = new TreeMap<>();
    for (String name : results()) {
      if (name.startsWith("transcripts/")) {
        transcripts.put(name, Files.readAllBytes(folder.resolve("out").resolve(name)));
      }
    }
    return transcripts;
  }
}
