package io.beamscribe.speech.report;

import io.beamscribe.speech.audio.AudioFacts;
import java.util.List;

/** {@code report.json}, member by member in the order in which it is written. */
record ReportDocument(
    int successfulTranscriptionsCount,
    int failedTranscriptionsCount,
    int skippedTranscriptionsCount,
    int ignoredFilesCount,
    String model,
    String locale,
    List<Detail> details,
    Totals totals) {

  /** A file; members without a value are left out. */
  record Detail(
      String source,
      String sourceUrl,
      String status,
      String errorKind,
      String errorMessage,
      long sizeBytes,
      long durationMilliseconds,
      long speechMilliseconds,
      double processingSeconds,
      Double confidence,
      int words,
      AudioFacts audio) {

    static Detail of(FileReport file) {
      return new Detail(
          file.source(),
          file.sourceUrl(),
          file.status().label(),
          file.errorKind() == null ? null : file.errorKind().label(),
          file.errorMessage(),
          file.sizeBytes(),
          file.durationMilliseconds(),
          file.speechMilliseconds(),
          file.processingSeconds(),
          Double.isNaN(file.confidence()) ? null : file.confidence(),
          file.words(),
          file.audio());
    }
  }

  static ReportDocument of(Report report) {
    return new ReportDocument(
        report.count(FileStatus.SUCCEEDED),
        report.count(FileStatus.FAILED),
        report.count(FileStatus.SKIPPED),
        report.ignoredFiles(),
        report.model(),
        report.locale(),
        report.details().stream().map(Detail::of).toList(),
        report.totals());
  }
}
