// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads plain text, one sentence or more a line. */
public final class LanguageText {
  private LanguageText() {}

  /**
   * Reads a file.
   *
   * @param taker gets the lines that can be used
   */
  public static DatasetReport read(Path file, Consumer<String> taker) throws IOException {
    LineReport report = new LineReport();
    String name = String.valueOf(file.getFileName());
    try (TextLines lines = TextLines.open(file)) {
      report.read(
          lines,
          name,
          (line, number) -> {
            Optional<String> defect = LineChecks.defect(line);
            if (defect.isEmpty()) {
              report.accept();
              taker.accept(line);
            }
            return defect;
          });
    }
    return report.report(DatasetKind.LANGUAGE);
  }
}
