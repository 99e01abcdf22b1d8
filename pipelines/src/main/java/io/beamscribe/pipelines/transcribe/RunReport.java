// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import static java.util.stream.Collectors.toSet;

import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.speech.http.Addresses;
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
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The result of a batch job. Immutable.
 *
 * @param report counts, totals and a row per file
 * @param address of {@code report.json}; the CSV and HTML are beside it
 * @param output folder of all results
 */
public record RunReport(Report report, String address, String output) {
  private static final Logger LOG = LoggerFactory.getLogger(RunReport.class);
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

  /**
   * Reads the report that the job has written, from where no other run replaces it meanwhile.
   *
   * @param listed number of files that the job listed
   * @throws JobException if there is none, or it lacks files
   */
  static RunReport read(TranscriptionSettings settings, long listed) throws JobException {
    OutputLayout output = settings.output();
    AtomicFiles files = new AtomicFiles(output.storage());
    try (InputStream json = files.open(output.ownReport(settings.run().id()))) {
      Report report = ReportFiles.read(json);
      int reported = report.details().size() + report.ignoredFiles() + report.notStartedFiles();
      if (reported < listed) {
        throw new JobException(
            String.format(
                Locale.ROOT,
                "The job found %d files, but its report has only %d.",
                listed,
                reported));
      }
      return new RunReport(report, output.report(JSON), output.root());
    } catch (FileNotFoundException e) {
      throw new JobException(
          Addresses.isLocal(output.root())
              ? "The job ended without a report in %s of this machine; the output of a job on a cluster"
                      .formatted(output.root())
                  + " is in object storage, or in a folder that all machines share."
              : "The job ended without a report.",
          e);
    } catch (IOException e) {
      throw new JobException("The report in " + output.root() + " cannot be read.", e);
    }
  }

  /** Removes what the run kept for this process; where that fails it stays, and does no harm. */
  static void forget(TranscriptionSettings settings) {
    OutputLayout output = settings.output();
    AtomicFiles files = new AtomicFiles(output.storage());
    try {
      files.deleteFolder(output.run(settings.run().id()));
      files.deleteEmpty(output.runs());
    } catch (IOException e) {
      LOG.warn("{} cannot be removed: {}", output.run(settings.run().id()), e.getMessage());
    }
  }
}
