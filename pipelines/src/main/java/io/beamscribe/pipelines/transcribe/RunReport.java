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

/** The report of a run, seen from the one who started it. */
public final class RunReport {
  private RunReport() {}

  /** Removes the report of an earlier run: what is there after this one is then from this one. */
  public static void clear(OutputLayout output) throws JobException {
    try {
      for (String extension : List.of("json", "csv", "html")) {
        AtomicFiles.delete(output.report(extension));
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
  public static Report read(OutputLayout output, long listed) throws JobException {
    try (InputStream json = AtomicFiles.open(output.report("json"))) {
      Report report = ReportFiles.read(json);
      int told = report.details().size() + report.ignoredFiles();
      if (told < listed) {
        throw new JobException(
            "The job found %d files, but its report has only %d.".formatted(listed, told));
      }
      return report;
    } catch (FileNotFoundException e) {
      throw new JobException("The job ended without a report.", e);
    } catch (IOException e) {
      throw new JobException("The report in " + output.root() + " cannot be read.", e);
    }
  }
}
