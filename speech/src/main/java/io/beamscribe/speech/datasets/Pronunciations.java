// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads how words are said: the written form, a tab, and the spoken form in a line. */
public final class Pronunciations {
  private Pronunciations() {}

  /** Takes a word. */
  public interface Taker {
    /**
     * @return why it cannot be used, as a sentence
     */
    Optional<String> take(String display, String spoken);
  }

  /** Reads a file. */
  public static DatasetReport read(Path file, Taker taker) throws IOException {
    LineReport report = new LineReport();
    String name = String.valueOf(file.getFileName());
    Set<String> seen = new HashSet<>();
    try (TextLines lines = TextLines.open(file)) {
      report.read(
          lines,
          name,
          (line, number) -> {
            Optional<String> defect = defect(line, seen, taker);
            if (defect.isEmpty()) {
              report.accept();
            }
            return defect;
          });
    }
    return report.report(DatasetKind.PRONUNCIATION);
  }

  private static Optional<String> defect(String line, Set<String> seen, Taker taker) {
    String[] pair = line.split("\t", -1);
    if (pair.length != 2 || pair[0].isBlank() || pair[1].isBlank()) {
      return Optional.of("Expected a written form, a tab and a spoken form.");
    }
    Optional<String> odd = LineChecks.characters(line);
    if (odd.isPresent()) {
      return odd;
    }
    if (!seen.add(line.strip())) {
      return Optional.of("It is there already.");
    }
    return taker.take(pair[0].strip(), pair[1].strip());
  }
}
