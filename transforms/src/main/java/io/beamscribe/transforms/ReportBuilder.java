package io.beamscribe.transforms;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.report.Report;
import io.beamscribe.speech.report.Totals;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the report of a run from the rows of its files. */
final class ReportBuilder {
  private ReportBuilder() {}

  /** One row a file: where a file came in more than once, a success outweighs a failure. */
  static Report build(
      TranscriptionSettings settings,
      Iterable<FileReport> rows,
      long ignored,
      long modelLoads,
      double wallSeconds) {
    Map<String, FileReport> files = new TreeMap<>();
    rows.forEach(
        row -> files.merge(row.source() + "\n" + row.sourceUrl(), row, ReportBuilder::better));
    List<FileReport> details = List.copyOf(files.values());
    return new Report(
        settings.modelId(),
        settings.locale(),
        (int) ignored,
        details,
        totals(details, modelLoads, wallSeconds));
  }

  private static FileReport better(FileReport one, FileReport other) {
    return Comparator.comparing(FileReport::status).compare(one, other) <= 0 ? one : other;
  }

  private static Totals totals(List<FileReport> details, long modelLoads, double wallSeconds) {
    List<FileReport> done =
        details.stream().filter(row -> row.status() == FileStatus.SUCCEEDED).toList();
    double audioSeconds = done.stream().mapToLong(FileReport::durationMilliseconds).sum() / 1e3;
    return new Totals(
        details.size(),
        audioSeconds,
        done.stream().mapToLong(FileReport::speechMilliseconds).sum() / 1e3,
        wallSeconds,
        wallSeconds > 0 ? audioSeconds / wallSeconds : 0,
        done.stream().mapToDouble(FileReport::processingSeconds).sum(),
        modelLoads);
  }
}
