// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import static java.util.stream.Collectors.toSet;

import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.report.Report;
import io.beamscribe.speech.report.ReportFiles;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.RunBounds;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.AtomicFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The result of a batch job. Immutable.
 *
 * @param report counts, totals and a row per file
 * @param address of {@code report.json}; the CSV and HTML are beside it
 * @param output folder of all results
 */
public record RunReport(Report report, String address, String output) {
  private static final String JSON = "json";

  /**
   * Has a limited run take the files last that failed in the run before, of which the report is
   * still there: else files that always fail would use up the limit of each run.
   */
  static TranscriptionSettings afterFailures(TranscriptionSettings settings) {
    RunBounds bounds = settings.run().bounds();
    if (!bounds.limitsFiles()) {
      return settings;
    }
    OutputLayout output = settings.output();
    try (InputStream json = new AtomicFiles(output.storage()).open(output.report(JSON))) {
      return settings.withBounds(
          bounds.withLast(
              ReportFiles.read(json).details().stream()
                  .filter(row -> row.status() == FileStatus.FAILED)
                  .map(FileReport::source)
                  .collect(toSet())));
    } catch (IOException | RuntimeException e) {
      return settings; // there is none, or it is of another version
    }
  }

  /** Deletes the report of an earlier run, so that a report found later is from this one. */
  static void clear(OutputLayout output) throws JobException {
    try {
      for (String extension : List.of(JSON, "csv", "html")) {
        new AtomicFiles(output.storage()).delete(output.report(extension));
      }
    } catch (IOException e) {
      throw new JobException("The old report in " + output.root() + " cannot be removed.", e);
    }
  }

  /**
   * Reads the report that the job has written.
   *
   * @param listed number of files that the job listed
   * @throws JobException if there is none, or it lacks files
   */
  static RunReport read(OutputLayout output, long listed) throws JobException {
    String address = output.report(JSON);
    try (InputStream json = new AtomicFiles(output.storage()).open(address)) {
      Report report = ReportFiles.read(json);
      int reported = report.details().size() + report.ignoredFiles() + report.notStartedFiles();
      if (reported < listed) {
        throw new JobException(
            "The job found %d files, but its report has only %d.".formatted(listed, reported));
      }
      return new RunReport(report, address, output.root());
    } catch (FileNotFoundException e) {
      throw new JobException("The job ended without a report.", e);
    } catch (IOException e) {
      throw new JobException("The report in " + output.root() + " cannot be read.", e);
    }
  }
}
