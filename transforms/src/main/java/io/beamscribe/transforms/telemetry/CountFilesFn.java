// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.telemetry;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts finished files and logs a line for each, by which docs/operations.md lets people follow a
 * job.
 */
public final class CountFilesFn extends DoFn<FileReport, FileReport> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(CountFilesFn.class);

  private final String run;

  public CountFilesFn(String run) {
    this.run = run;
  }

  @ProcessElement
  public void count(@Element FileReport row, OutputReceiver<FileReport> out) {
    count(run, row);
    out.output(row);
  }

  /** Counts one file, within a step of a job. */
  public static void count(String run, FileReport row) {
    String name =
        row.status() == FileStatus.SUCCEEDED
            ? MetricNames.FILES_SUCCEEDED
            : row.status() == FileStatus.SKIPPED
                ? MetricNames.FILES_SKIPPED
                : MetricNames.FILES_FAILED;
    Metrics.counter(MetricNames.NAMESPACE, name).inc();
    if (row.status() == FileStatus.FAILED) {
      Metrics.counter(MetricNames.NAMESPACE, MetricNames.failures(requireNonNull(row.errorKind())))
          .inc();
    }
    try (LogContext context = LogContext.of(run, row)) {
      LOG.info(
          "{}{}{}",
          row.status().label(),
          row.errorKind() == null ? "" : " " + row.errorKind().label(),
          row.errorMessage() == null ? "" : ": " + row.errorMessage());
    }
  }
}
