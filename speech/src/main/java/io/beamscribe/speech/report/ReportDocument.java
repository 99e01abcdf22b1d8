// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import static java.util.Objects.requireNonNullElse;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.analytics.Conversation;
import io.beamscribe.speech.audio.AudioFacts;
import io.beamscribe.speech.calls.CallSummary;
import io.beamscribe.speech.quality.Quality;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code report.json}, member by member in the order in which it is written. */
record ReportDocument(
    int successfulTranscriptionsCount,
    int failedTranscriptionsCount,
    int skippedTranscriptionsCount,
    int ignoredFilesCount,
    int notStartedFilesCount,
    @Nullable String failure,
    String model,
    String locale,
    Iterable<Detail> details,
    Totals totals,
    @Nullable List<RunQuality> history) {

  /** A file; members without a value are left out. */
  record Detail(
      String source,
      String sourceUrl,
      String status,
      @Nullable String errorKind,
      @Nullable String errorMessage,
      @Nullable Long sizeBytes,
      @Nullable Long durationMilliseconds,
      @Nullable Long speechMilliseconds,
      @Nullable Double processingSeconds,
      @Nullable Double confidence,
      @Nullable Integer words,
      @Nullable String locale,
      @Nullable AudioFacts audio,
      @Nullable Conversation talk,
      @Nullable CallSummary call,
      @Nullable Quality quality) {

    static Detail of(FileReport file) {
      boolean done = file.status() == FileStatus.SUCCEEDED;
      return new Detail(
          file.source(),
          file.sourceUrl(),
          file.status().label(),
          file.errorKind() == null ? null : file.errorKind().label(),
          file.errorMessage(),
          file.sizeBytes() < 0 ? null : file.sizeBytes(),
          done ? file.durationMilliseconds() : null,
          done ? file.speechMilliseconds() : null,
          done || file.processingSeconds() > 0 ? file.processingSeconds() : null,
          Double.isNaN(file.confidence()) ? null : file.confidence(),
          done ? file.words() : null,
          file.locale(),
          file.audio(),
          file.talk(),
          file.call(),
          file.quality());
    }

    FileReport report() {
      return new FileReport(
          source,
          sourceUrl,
          labelled(FileStatus.values(), FileStatus::label, status),
          errorKind == null ? null : labelled(ErrorKind.values(), ErrorKind::label, errorKind),
          errorMessage,
          requireNonNullElse(sizeBytes, -1L),
          requireNonNullElse(durationMilliseconds, 0L),
          requireNonNullElse(speechMilliseconds, 0L),
          requireNonNullElse(processingSeconds, 0.0),
          confidence == null ? Double.NaN : confidence,
          requireNonNullElse(words, 0),
          locale,
          audio,
          talk,
          call,
          quality);
    }

    private static <T> T labelled(T[] values, Function<T, String> label, String wanted) {
      return Stream.of(values)
          .filter(value -> label.apply(value).equals(wanted))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no such value: " + wanted));
    }
  }

  Report report(PackedRows rows) {
    return new Report(
        model,
        locale,
        ignoredFilesCount,
        notStartedFilesCount,
        rows,
        totals,
        failure,
        requireNonNullElse(history, List.of()));
  }

  /** Details are created one by one, as they are written. */
  static ReportDocument of(Report report) {
    Map<FileStatus, Integer> counts = report.counts();
    return new ReportDocument(
        counts.getOrDefault(FileStatus.SUCCEEDED, 0),
        counts.getOrDefault(FileStatus.FAILED, 0),
        counts.getOrDefault(FileStatus.SKIPPED, 0),
        report.ignoredFiles(),
        report.notStartedFiles(),
        report.failure(),
        report.model(),
        report.locale(),
        () -> report.details().stream().map(Detail::of).iterator(),
        report.totals(),
        report.history().isEmpty() ? null : report.history());
  }
}
