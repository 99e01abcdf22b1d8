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
import io.beamscribe.transforms.values.AudioFile;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.Watch;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Something is where the results of some files belong: these files fail, and the others do not. */
class ObstructedOutputTest {
  private static final org.joda.time.Duration SECOND = org.joda.time.Duration.standardSeconds(1);

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
  void aStreamHasADeadLetterForEachAndGoesOn() throws Exception {
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setBlockOnRun(false);
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply(
            FileIO.match().filepattern(audio + "/*.wav").continuously(SECOND, Watch.Growth.never()))
        .apply(
            MapElements.into(TypeDescriptor.of(AudioFile.class))
                .via(
                    found ->
                        AudioFile.of(found.resourceId().toString())
                            .withPath(found.resourceId().getFilename())))
        .apply(Transcribe.files(settings));
    PipelineResult running = pipeline.run();
    try {
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(
              () -> {
                for (String name : List.of("result", "marker", "long")) {
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
