// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.audio.SharedData;
import io.beamscribe.speech.transcript.DisplayWord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of other projects; docs/text.md lists what is not followed, and why. */
class EastAsianTablesTest {

  @ParameterizedTest
  @CsvSource({"ko,0.95", "ja,0.92", "zh,0.93"})
  void numbersOfPublicTablesHaveTheirValues(String language, double bound) throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    for (String line : Files.readAllLines(SharedData.required("itn/" + language + ".tsv"))) {
      String[] row = line.split("\t");
      if (isPart(row)) {
        rows.add(line);
        String written = write(language, row[3]);
        if (!isRight(row, written)) {
          wrong.add(line + " | " + written);
        }
      }
    }

    double right = 1 - (double) wrong.size() / rows.size();
    assertThat(right).as("%s", String.join("\n", wrong)).isGreaterThanOrEqualTo(bound);
  }

  /** Names and fillers are no numbers; rows of other switches contradict each other. */
  private static boolean isPart(String[] row) {
    return !row[0].equals("source")
        && !row[2].startsWith("normalizer_")
        && !(row[0].equals("nemo-zh") && row[2].equals("whitelist"));
  }

  private static boolean isRight(String[] row, String written) {
    return row[0].equals("duckling") || row[0].equals("recognizers")
        ? EastAsianValues.has(written, row[4], row[2].equals("percent"))
        : EastAsianValues.same(written, row[4]);
  }

  private static String write(String language, String spoken) {
    return InverseTextNormalizer.of(language).write(List.of(spoken.strip().split("\\s+"))).stream()
        .map(DisplayWord::text)
        .collect(joining(language.equals("ko") ? " " : ""));
  }
}
