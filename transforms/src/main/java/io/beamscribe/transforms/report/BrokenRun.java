// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.report;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.report.Report;
import io.beamscribe.transforms.listing.AudioListing;
import io.beamscribe.transforms.output.FailedRows;
import io.beamscribe.transforms.output.FinishedFiles;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.annotations.Internal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The report of a batch that broke off, for want of its own: the files that had ended, from what is
 * stored. Markers tell of those that succeeded in this run or before, kept rows of those that
 * failed, a new listing of inputs that cannot be listed.
 */
@Internal
public final class BrokenRun {
  private static final Logger LOG = LoggerFactory.getLogger(BrokenRun.class);

  /** A marker takes a request in a store. */
  private static final int THREADS = 16;

  /** The program is to end, and what was not found out by then is left out. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<String> inputs;
  private final TranscriptionSettings settings;
  private final List<FileReport> rows = new ArrayList<>();
  private final Set<List<String>> failures = new HashSet<>();
  private long ignored;

  /**
   * @param settings of the run, with its id
   */
  public BrokenRun(List<String> inputs, TranscriptionSettings settings) {
    this.inputs = List.copyOf(inputs);
    this.settings = settings;
  }

  /**
   * Writes the report.
   *
   * @param startMillis when the run began, in milliseconds since 1970
   * @param failure why it broke off, as a sentence
   * @throws IOException if it cannot be written
   */
  public void report(long startMillis, String failure) throws IOException {
    FailedRows failed = new FailedRows(settings);
    try {
      failed.all().forEach(this::add);
    } catch (IOException e) {
      LOG.warn("The files that had failed cannot be read: {}", e.getMessage());
    }
    find();
    Report report;
    synchronized (this) {
      SortedRows sorted = new SortedRows();
      rows.forEach(sorted::add);
      double seconds = (System.currentTimeMillis() - startMillis) / 1e3;
      report = ReportBuilder.build(settings, sorted, ignored, 0, 0, seconds, failure);
    }
    WriteReport.store(report, settings.output());
    failed.removeRun();
  }

  private void find() {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "broken-run");
              thread.setDaemon(true);
              return thread;
            });
    try {
      CompletableFuture.runAsync(() -> list(threads), threads)
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.warn("Some files that had ended may be missing from the report", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void list(ExecutorService threads) {
    AudioListing listing = AudioListing.of(inputs, settings);
    listing.failed().forEach(this::add);
    synchronized (this) {
      ignored = listing.ignored();
    }
    FinishedFiles finished = new FinishedFiles(settings);
    CompletableFuture.allOf(
            listing.files().stream()
                .map(file -> CompletableFuture.runAsync(() -> look(finished, file), threads))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private void look(FinishedFiles finished, AudioFile file) {
    try {
      Optional<FileReport> row = finished.row(file);
      row.ifPresent(this::add);
    } catch (IOException | RuntimeException e) {
      LOG.debug("It cannot be told whether {} had ended", file.source(), e);
    }
  }

  private synchronized void add(FileReport row) {
    List<String> file = List.of(row.source(), row.sourceUrl());
    if (row.status() == FileStatus.FAILED) {
      failures.add(file);
    } else if (row.status() == FileStatus.SKIPPED && failures.contains(file)) {
      return; // done before, but not in all formats that are wanted now
    }
    rows.add(row);
  }
}
