// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.datasets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what became of the lines of a dataset. Not thread-safe. */
final class LineReport {
  /** More tell nothing new, and a report must stay readable. */
  private static final int MOST = 1_000;

  private final List<DatasetReport.Rejection> rejections = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private long accepted;
  private long rejected;

  /** Judges a line. */
  interface Judge {
    /**
     * @return why it cannot be used, as a sentence
     */
    Optional<String> defect(String line, long number);
  }

  /** Has all lines of a file judged but those that are empty; what is no text is rejected. */
  void read(TextLines lines, String file, Judge judge) throws IOException {
    while (lines.next()) {
      String line = lines.line();
      long number = lines.number();
      if (line == null) {
        reject(file, number, "", "It is not valid UTF-8, or too long.");
      } else if (!line.isBlank()) {
        judge.defect(line, number).ifPresent(why -> reject(file, number, line, why));
      }
    }
  }

  void accept() {
    accepted++;
  }

  void reject(String file, long line, String text, String why) {
    rejected++;
    if (rejections.size() < MOST) {
      String shown = text.length() > 100 ? text.substring(0, 99) + "…" : text;
      rejections.add(new DatasetReport.Rejection(file, line, shown, why));
    }
  }

  /** Something that concerns the whole. */
  void problem(String sentence) {
    problems.add(sentence);
  }

  DatasetReport report(DatasetKind kind) {
    return new DatasetReport(kind.label(), accepted, rejected, rejections, problems);
  }
}
