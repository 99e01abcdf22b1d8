package io.beamscribe.speech.report;

import io.beamscribe.speech.json.Json;
import java.io.IOException;

/**
 * The files that tell what became of a run. The same report gives the same bytes. Safe for all
 * threads.
 */
public final class ReportFiles {
  private ReportFiles() {}

  /** {@code report.json}: counts, one entry a file, totals. */
  public static byte[] json(Report report) {
    return Json.write(ReportDocument.of(report));
  }

  /** {@code report.csv}: the same rows for spreadsheets and data frames. */
  public static byte[] csv(Report report) {
    return ReportCsv.of(report);
  }

  /** {@code report.html}: the same for people, one file that needs no network. */
  public static byte[] html(Report report) {
    return ReportPage.of(report);
  }

  /** Reads {@code report.json} back, its fractions as rounded as they are there. */
  public static Report read(byte[] json) throws IOException {
    return Json.read(json, ReportDocument.class).report();
  }
}
