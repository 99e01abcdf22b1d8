// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.transforms.Transcribe;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.RunSettings;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.testing.Jobs;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkippedCallsTest {
  @TempDir Path folder;

  @Test
  void aCallThatAnEarlierRunFinishedCountsInTheReportOfTheNext() throws Exception {
    Jobs.clip("korean-1.flac", folder.resolve("audio/one.flac"));
    JsonNode first = run();
    JsonNode second = run();

    assertThat(first.at("/status").asText()).isEqualTo("Succeeded");
    assertThat(second.at("/status").asText()).isEqualTo("Skipped");
    assertThat(second.at("/call/page").asText()).endsWith("one.flac.call.html");
    assertThat(second.at("/call")).isEqualTo(first.at("/call"));
  }

  /** What the report of a run says of its only file. */
  private JsonNode run() throws Exception {
    TranscriptionSettings usual = Jobs.settings(folder.resolve("out"), false);
    RunSettings run =
        new RunSettings(
            UUID.randomUUID().toString(),
            new OutputLayout(folder.resolve("out").toString()),
            List.of(TranscriptFormat.JSON, TranscriptFormat.ANALYTICS, TranscriptFormat.CALL),
            false);
    Pipeline pipeline = Pipeline.create();
    pipeline.apply(
        "Transcribe",
        Transcribe.batch(
            List.of(folder.resolve("audio").toString()),
            new TranscriptionSettings(run, usual.results()),
            0));
    pipeline.run().waitUntilFinish();
    return new ObjectMapper().readTree(folder.resolve("out/report.json").toFile()).at("/details/0");
  }
}
