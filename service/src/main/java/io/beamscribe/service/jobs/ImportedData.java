// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import java.nio.file.Path;
import java.util.List;

/** What is in a dataset. */
record ImportedData(
    int accepted,
    int rejected,
    long durationMilliseconds,
    List<Part> parts,
    List<Problem> problems) {
  ImportedData {
    parts = List.copyOf(parts);
    problems = List.copyOf(problems);
  }

  /** A file of it, under its name in the dataset. */
  record Part(String name, String kind, Path file, long durationMilliseconds) {}

  /**
   * A line that is left out.
   *
   * @param line from 1; 0 for a file
   */
  record Problem(int line, String kind, String message) {}
}
