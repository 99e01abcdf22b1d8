// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.datasets;

import java.util.ArrayList;
import java.util.List;

/** Collects what became of the lines of a dataset. Not thread-safe. */
final class LineReport {
  /** More tell nothing new, and a report must stay readable. */
  private static final int MOST = 1_000;

  private final List<DatasetReport.Rejection> rejections = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private long accepted;
  private long rejected;

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
