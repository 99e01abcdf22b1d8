// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.Report;
import io.beamscribe.speech.report.ReportFiles;
import io.beamscribe.transforms.Transcribe;
import io.beamscribe.transforms.output.FailedRows;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.testing.Tones;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenRunTest {
  @TempDir Path folder;
  private Path output;

  @BeforeEach
  void audio() throws Exception {
    output = folder.resolve("out");
    Files.createDirectories(folder.resolve("in"));
    for (String name : List.of("earlier.wav", "now.wav", "failed.wav", "waits.wav")) {
      Tones.write(folder.resolve("in/" + name), 2);
    }
  }

  @Test
  void tellsOfEveryFileThatHadEndedAndWhy() throws Exception {
    run(Jobs.settings(output, false), "earlier.wav");
    TranscriptionSettings settings = Jobs.settings(output, false);
    run(settings, "now.wav");
    // As a step leaves it whose job does not come to its end.
    new FailedRows(settings)
        .keep(
            FileReport.failed(
                "failed.wav", folder + "/in/failed.wav", 9, ErrorKind.CRASH, "It crashed."));

    new BrokenRun(List.of(folder + "/in", folder + "/in/gone.wav"), settings)
        .report(System.currentTimeMillis(), "The model is gone.");

    Report report = report();
    assertThat(report.failure()).isEqualTo("The model is gone.");
    assertThat(report.details())
        .extracting(row -> row.source() + " " + row.status().label())
        .containsExactlyInAnyOrder(
            "earlier.wav Skipped",
            "failed.wav Failed",
            folder + "/in/gone.wav Failed",
            "now.wav Succeeded");
    assertThat(output.resolve("report.html")).content().contains("It crashed.");
    assertThat(Path.of(settings.output().run(settings.run().id()))).doesNotExist();
  }

  @Test
  void aRunThatEndsLeavesNothingButItsReport() throws Exception {
    Files.writeString(folder.resolve("in/junk.wav"), "no audio");
    TranscriptionSettings settings = Jobs.settings(output, false);
    run(settings, "junk.wav");

    assertThat(report().details()).hasSize(1);
    assertThat(report().failure()).isNull();
    // Once more for whoever waits for this run, as the next one replaces the other.
    Path own = Path.of(settings.output().ownReport(settings.run().id()));
    assertThat(own).hasSameBinaryContentAs(output.resolve("report.json"));
    try (Stream<Path> kept = Files.walk(output.resolve("_run"))) {
      assertThat(kept.filter(Files::isRegularFile)).containsExactly(own);
    }
  }

  private void run(TranscriptionSettings settings, String name) {
    Pipeline pipeline = Pipeline.create();
    pipeline.apply(Transcribe.begun(List.of(folder + "/in/" + name), settings, 0));
    pipeline.run().waitUntilFinish();
  }

  private Report report() throws Exception {
    try (InputStream json = Files.newInputStream(output.resolve("report.json"))) {
      return ReportFiles.read(json);
    }
  }
}
