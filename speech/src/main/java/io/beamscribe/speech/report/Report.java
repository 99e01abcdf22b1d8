package io.beamscribe.speech.report;

import java.util.List;

/**
 * The report of a run.
 *
 * @param model id of the model
 * @param ignoredFiles what listing left out because it is no audio
 * @param details one row a file, sorted by source
 */
public record Report(
    String model, String locale, int ignoredFiles, List<FileReport> details, Totals totals) {
  public Report {
    details = List.copyOf(details);
  }

  /** How many files ended with a status. */
  public int count(FileStatus status) {
    return (int) details.stream().filter(row -> row.status() == status).count();
  }
}
