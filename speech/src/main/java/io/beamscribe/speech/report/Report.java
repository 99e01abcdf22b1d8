// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report of a run.
 *
 * @param model id of the model
 * @param ignoredFiles listed files that are not audio
 * @param notStartedFiles listed files that were left to later runs, by a bound on files or failures
 * @param details one row per file, sorted by source; {@link PackedRows} are unpacked again by each
 *     pass over them
 * @param failure why the run broke off, as a sentence: the files that had ended until then are all
 *     that the report knows; null if it came to its end
 * @param history what was to be expected of this run and those before into the same output, the
 *     latest last
 */
public record Report(
    String model,
    String locale,
    int ignoredFiles,
    int notStartedFiles,
    Collection<FileReport> details,
    Totals totals,
    @Nullable String failure,
    List<RunQuality> history) {
  /** Of how many runs a report knows. */
  public static final int MOST_RUNS = 30;

  public Report {
    history = List.copyOf(history.subList(Math.max(0, history.size() - MOST_RUNS), history.size()));
    details = details instanceof PackedRows ? details : List.copyOf(details);
  }

  /** A report without what was to be expected of runs. */
  public Report(
      String model,
      String locale,
      int ignoredFiles,
      int notStartedFiles,
      Collection<FileReport> details,
      Totals totals,
      @Nullable String failure) {
    this(model, locale, ignoredFiles, notStartedFiles, details, totals, failure, List.of());
  }

  /** The report of a run that came to its end, with all files. */
  public Report(
      String model,
      String locale,
      int ignoredFiles,
      Collection<FileReport> details,
      Totals totals) {
    this(model, locale, ignoredFiles, 0, details, totals, null);
  }

  /** A copy of a run that is to count as broken off. */
  public Report withFailure(String sentence) {
    return new Report(
        model, locale, ignoredFiles, notStartedFiles, details, totals, sentence, history);
  }

  /** Number of files with each status; takes one pass. */
  public Map<FileStatus, Integer> counts() {
    Map<FileStatus, Integer> counts = new EnumMap<>(FileStatus.class);
    for (FileStatus status : FileStatus.values()) {
      counts.put(status, 0);
    }
    details.forEach(row -> counts.merge(row.status(), 1, Integer::sum));
    return counts;
  }
}
