// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import io.beamscribe.speech.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** The report files of a run. The same report gives the same bytes. Thread-safe. */
public final class ReportFiles {
  private ReportFiles() {}

  /** {@code report.json}: counts, one entry per file, totals. The stream stays open. */
  public static void json(Report report, OutputStream out) throws IOException {
    Json.write(ReportDocument.of(report), out);
  }

  /** {@code report.csv}: the same rows for spreadsheets and data frames. The stream stays open. */
  public static void csv(Report report, OutputStream out) throws IOException {
    ReportCsv.write(report, out);
  }

  /** {@code report.html}: the same for people, one file that needs no network. */
  public static byte[] html(Report report) {
    return ReportPage.of(report);
  }

  /** Reads what a {@code report.json} says of this run and those before, without its rows. */
  public static List<RunQuality> history(InputStream json) throws IOException {
    return Json.read(
            json, ReportDocument.class, "details", ReportDocument.Detail.class, detail -> {})
        .report(new PackedRows())
        .history();
  }

  /** Reads {@code report.json} back, with fractions as rounded there. */
  public static Report read(InputStream json) throws IOException {
    PackedRows rows = new PackedRows();
    return Json.read(
            json,
            ReportDocument.class,
            "details",
            ReportDocument.Detail.class,
            detail -> rows.add(detail.report()))
        .report(rows);
  }
}
