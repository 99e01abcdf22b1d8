// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.ReportFiles;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.testing.Tones;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What can have no result fails, and the others do not: something is where it belongs, or in the
 * way of the audio.
 */
class ObstructedOutputTest {
  @TempDir Path folder;
  private Path audio;
  private Path output;
  private TranscriptionSettings settings;

  @BeforeEach
  void obstruct() throws Exception {
    audio = Files.createDirectories(folder.resolve("audio"));
    output = folder.resolve("out");
    settings = Jobs.identifying(output, SpokenLanguage.fixed("en-US"), List.of());
    for (String name : List.of("good.wav", "result.wav", "marker.wav")) {
      Tones.write(audio.resolve(name), 2);
    }
    Tones.write(audio.resolve("long.wav"), 420);
    Files.createDirectories(output.resolve("transcripts/result.wav.json"));
    Files.createDirectories(output.resolve("_done/marker.wav.json"));
    Files.createDirectories(output.resolve("_parts"));
    Files.writeString(output.resolve("_parts/long.wav"), "in the way of its blocks");
  }

  @Test
  void aBatchHasARowForEach() throws Exception {
    Jobs.run(settings, audio);

    try (InputStream json = Files.newInputStream(output.resolve("report.json"))) {
      assertThat(ReportFiles.read(json).details())
          .hasSize(4)
          .filteredOn(row -> row.errorKind() != null)
          .allMatch(row -> row.errorKind() == ErrorKind.INVALID_URI)
          .extracting(FileReport::source)
          .containsExactlyInAnyOrder("result.wav", "marker.wav", "long.wav");
    }
    assertThat(output.resolve("transcripts/good.wav.json")).isRegularFile();
  }

  @Test
  void aStreamHasADeadLetterForEachAndForWhatCannotBeReadAndGoesOn() throws Exception {
    Files.createSymbolicLink(audio.resolve("link.wav"), folder.resolve("nothing.wav"));
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setBlockOnRun(false);
    Pipeline pipeline = Pipeline.create(options);
    pipeline.apply(
        TranscribeContinuously.polling(
            settings, List.of(audio.toString()), Duration.ofMillis(200)));
    PipelineResult running = pipeline.run();
    try {
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(
              () -> {
                for (String name : List.of("result", "marker", "long", "link")) {
                  assertThat(output.resolve("_failed/" + name + ".wav.json")).isRegularFile();
                }
                assertThat(output.resolve("_done/good.wav.json")).isRegularFile();
              });
      assertThat(running.getState()).isEqualTo(PipelineResult.State.RUNNING);
    } finally {
      running.cancel();
    }
  }
}
