// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.report;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.report.PackedRows;
import io.beamscribe.speech.report.Report;
import io.beamscribe.speech.report.ReportFiles;
import io.beamscribe.speech.report.RunQuality;
import io.beamscribe.speech.report.Totals;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.AtomicFiles;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the report of a run from the rows of its files. */
final class ReportBuilder {
  private ReportBuilder() {}

  static Report build(
      TranscriptionSettings settings,
      SortedRows rows,
      long ignored,
      long notStarted,
      long modelLoads,
      double wallSeconds,
      @Nullable String failure) {
    PackedRows details = rows.merged();
    return new Report(
        settings.recognition().modelId(),
        settings.recognition().locale(),
        (int) ignored,
        (int) notStarted,
        details,
        totals(details, modelLoads, wallSeconds),
        failure,
        history(settings, details));
  }

  /** This run and those before, as far as the report that is still there tells. */
  private static List<RunQuality> history(TranscriptionSettings settings, PackedRows details) {
    OutputLayout output = settings.output();
    List<RunQuality> runs = new ArrayList<>();
    try (InputStream json = new AtomicFiles(output.storage()).open(output.report("json"))) {
      runs.addAll(ReportFiles.history(json));
    } catch (IOException | RuntimeException e) {
      // There is none, or it is of another version.
    }
    RunQuality.of(
            details,
            settings.recognition().modelId(),
            Instant.now().truncatedTo(ChronoUnit.SECONDS))
        .ifPresent(runs::add);
    return runs;
  }

  private static Totals totals(PackedRows details, long modelLoads, double wallSeconds) {
    long audio = 0;
    long speech = 0;
    double processing = 0;
    for (FileReport row : details) {
      if (row.status() == FileStatus.SUCCEEDED) {
        audio += row.durationMilliseconds();
        speech += row.speechMilliseconds();
        processing += row.processingSeconds();
      }
    }
    double audioSeconds = audio / 1e3;
    return new Totals(
        details.size(),
        audioSeconds,
        speech / 1e3,
        wallSeconds,
        wallSeconds > 0 ? audioSeconds / wallSeconds : 0,
        processing,
        modelLoads);
  }
}
