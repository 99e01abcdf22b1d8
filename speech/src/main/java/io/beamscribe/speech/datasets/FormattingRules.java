// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.datasets;

import io.beamscribe.speech.text.rules.RulesException;
import io.beamscribe.speech.text.rules.RulesFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads rules for the display text, and runs the tests in them. */
final class FormattingRules {
  private static final Pattern MISTAKE = Pattern.compile("(?s).*:(\\d+): (.*)");

  private FormattingRules() {}

  static DatasetReport read(Path file, String locale) throws IOException {
    LineReport report = new LineReport();
    String name = String.valueOf(file.getFileName());
    TreeMap<Long, String> lines = new TreeMap<>();
    StringBuilder all = new StringBuilder();
    try (TextLines text = TextLines.open(file)) {
      report.read(
          text,
          name,
          (line, number) -> {
            lines.put(number, line);
            return Optional.empty();
          });
    }
    long last = lines.isEmpty() ? 0 : lines.lastKey();
    for (long number = 1; number <= last; number++) {
      all.append(lines.getOrDefault(number, "")).append('\n');
    }
    try {
      RulesFile.read(name, all.toString(), locale);
    } catch (RulesException e) {
      for (String mistake : List.of(String.valueOf(e.getMessage()).split("\n"))) {
        Matcher found = MISTAKE.matcher(mistake);
        String line = found.matches() ? lines.remove(Long.parseLong(found.group(1))) : null;
        if (line != null) {
          report.reject(name, Long.parseLong(found.group(1)), line, capital(found.group(2)));
        }
      }
    }
    lines.values().forEach(line -> report.accept());
    return report.report(DatasetKind.OUTPUT_FORMATTING);
  }

  private static String capital(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
