// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.speech.report.Report;
import io.beamscribe.speech.report.ReportFiles;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.storage.AtomicFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What a batch job left.
 *
 * @param report counts, totals and a row a file
 * @param address where that report lies, as {@code report.json}; beside it are those for people
 * @param output the folder of all that was written
 */
public record RunReport(Report report, String address, String output) {
  private static final String JSON = "json";

  /** Removes the report of an earlier run: what is there after this one is then from this one. */
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
   * @param listed how many files the job found
   * @throws JobException if there is none, or files are missing in it
   */
  static RunReport read(OutputLayout output, long listed) throws JobException {
    String address = output.report(JSON);
    try (InputStream json = new AtomicFiles(output.storage()).open(address)) {
      Report report = ReportFiles.read(json);
      int reported = report.details().size() + report.ignoredFiles();
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
