// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import static java.util.Objects.requireNonNull;

import io.beamscribe.pipelines.console.Table;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.report.Report;
import io.beamscribe.speech.report.RunQuality;
import io.beamscribe.speech.text.Figures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Formats the summary at the end of a run. */
final class RunSummary {
  private static final int FAILURES_SHOWN = 20;
  private static final int NAME_WIDTH = 60;

  private RunSummary() {}

  /**
   * The lines of the summary.
   *
   * @param modelReason why this model was chosen, as part of a sentence
   * @param output folder of the results
   */
  static String text(Report report, String modelReason, String output) {
    Map<FileStatus, Integer> counts = report.counts();
    List<String> lines = new ArrayList<>(table(report, counts, modelReason, output));
    int failed = counts.getOrDefault(FileStatus.FAILED, 0);
    if (failed > 0) {
      lines.add("");
      lines.addAll(failures(report, failed, output));
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> table(
      Report report, Map<FileStatus, Integer> counts, String modelReason, String output) {
    List<String> files = new ArrayList<>();
    files.add(counts.getOrDefault(FileStatus.SUCCEEDED, 0) + " transcribed");
    addUnlessNone(files, counts.getOrDefault(FileStatus.SKIPPED, 0), "done before");
    addUnlessNone(files, counts.getOrDefault(FileStatus.FAILED, 0), "failed");
    addUnlessNone(files, report.ignoredFiles(), "ignored as not audio");
    addUnlessNone(files, report.notStartedFiles(), "left to later runs");
    double seconds = report.totals().audioSeconds();
    Table table = new Table().row("Files", String.join(", ", files));
    if (seconds > 0) {
      table.row(
          "Audio",
          Figures.audio(seconds)
              + times(", %.1f x real time", report.totals().timesRealTime())
              + times(", %.1f x on a thread", report.totals().timesRealTimePerThread()));
    }
    RunQuality.of(report.details(), report.model(), Instant.EPOCH)
        .ifPresent(
            quality ->
                table.row(
                    "Quality",
                    String.format(
                        Locale.ROOT,
                        "%.1f %% of the text is expected to be right",
                        100 * quality.expectedAccuracy())));
    return table
        .row("Time", Figures.time(report.totals().wallSeconds()))
        .row("Model", report.model() + " (" + modelReason + ")")
        .row("Output", Table.printable(output))
        .lines();
  }

  /** As in the report, which names both speeds. */
  private static String times(String form, double factor) {
    return Double.isFinite(factor) ? String.format(Locale.ROOT, form, factor) : "";
  }

  private static List<String> failures(Report report, int failed, String output) {
    Table table = new Table();
    report.details().stream()
        .filter(row -> row.status() == FileStatus.FAILED)
        .limit(FAILURES_SHOWN)
        .forEach(
            row ->
                table.row(
                    requireNonNull(row.errorKind()).label(),
                    Table.shortened(Table.printable(row.source()), NAME_WIDTH),
                    Table.printable(requireNonNull(row.errorMessage()))));
    List<String> lines = new ArrayList<>();
    lines.add(Figures.count(failed, "file") + " failed:");
    lines.addAll(table.lines());
    if (failed > FAILURES_SHOWN) {
      lines.add(
          String.format(
              Locale.ROOT, "  and %d more, see %s/report.html", failed - FAILURES_SHOWN, output));
    }
    return lines;
  }

  private static void addUnlessNone(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
