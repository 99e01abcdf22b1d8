// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.report;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.report.PackedRows;
import io.beamscribe.speech.report.Report;
import io.beamscribe.speech.report.Totals;
import io.beamscribe.transforms.settings.TranscriptionSettings;
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
        failure);
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
