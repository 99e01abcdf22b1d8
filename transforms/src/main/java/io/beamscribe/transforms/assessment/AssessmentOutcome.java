// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.assessment;

import io.beamscribe.speech.json.Json;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * How a job ended, by its report. Immutable.
 *
 * @param recordings in the report, with those that failed
 * @param failures the first {@value #FAILURES} of those that failed
 */
public record AssessmentOutcome(int recordings, int failed, List<AssessedFile> failures) {
  private static final int FAILURES = 20;

  public AssessmentOutcome {
    failures = List.copyOf(failures);
  }

  private record Counts(int recordings, int failed) {}

  /** Reads it from the output of a job. */
  public static AssessmentOutcome read(String output, StorageSettings storage) throws IOException {
    List<AssessedFile> failures = new ArrayList<>();
    try (InputStream json = new AtomicFiles(storage).open(AssessmentReport.json(output))) {
      Counts counts =
          Json.read(
              json,
              Counts.class,
              "details",
              AssessedFile.class,
              row -> {
                if (row.error() != null && failures.size() < FAILURES) {
                  failures.add(row);
                }
              });
      return new AssessmentOutcome(counts.recordings(), counts.failed(), failures);
    }
  }

  /** How many recordings have a result. */
  public int assessed() {
    return recordings - failed;
  }
}
