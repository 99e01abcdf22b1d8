// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.audio.SharedData;
import io.beamscribe.speech.transcript.DisplayWord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public tables of spoken and written numbers; what is judged otherwise than there is listed. */
class TablesTest {
  /** Rows that are not matched on purpose, with the reason. */
  private static final List<String[]> EXCEPTIONS = rows("exceptions.tsv");

  private static List<String[]> rows(String name) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                TablesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Percent of the rows that are no exceptions, and of all rows. */
  @ParameterizedTest
  @CsvSource({
    "en, 97, 94",
    "de, 95, 87",
    "es, 93, 85",
    "fr, 93, 87",
    "it, 93, 88",
    "pt, 93, 92",
    "ko, 93, 94",
    "ja, 90, 77",
    "zh, 84, 80"
  })
  void mostRowsAreWrittenWithTheValueThatTheTableHas(
      String language, double least, double leastOfAll) throws IOException {
    TableJudge judge = new TableJudge(language);
    Map<String, int[]> classes = new TreeMap<>();
    int[] all = new int[4];
    List<String> wrong = new ArrayList<>();
    List<String> lines = Files.readAllLines(SharedData.required("itn/" + language + ".tsv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.split("\t", -1);
      String written = write(row[1], row[3]);
      boolean right = isRight(judge, row, written);
      boolean exception = isException(language, row);
      int[] ofClass = classes.computeIfAbsent(row[0] + " " + row[2], each -> new int[2]);
      ofClass[0] += right ? 1 : 0;
      ofClass[1]++;
      all[0] += right ? 1 : 0;
      all[1]++;
      all[2] += right && !exception ? 1 : 0;
      all[3] += exception ? 0 : 1;
      if (!right && !exception) {
        wrong.add(row[2] + ": " + row[3] + " -> " + written + " [" + row[4] + "]");
      }
    }
    String report =
        classes.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue()[0] + "/" + each.getValue()[1])
            .collect(Collectors.joining(", "));
    double share = 100.0 * all[2] / all[3];
    double shareOfAll = 100.0 * all[0] / all[1];
    assertThat(share)
        .as(
            "%s: %.1f %%, %.1f %% of all; %s; wrong: %s",
            language, share, shareOfAll, report, wrong)
        .isGreaterThanOrEqualTo(least);
    assertThat(shareOfAll).as(report).isGreaterThanOrEqualTo(leastOfAll);
  }

  private static String write(String locale, String spoken) {
    String between = locale.startsWith("ja") || locale.startsWith("zh") ? "" : " ";
    return InverseTextNormalizer.of(locale).write(List.of(spoken.strip().split("\\s+"))).stream()
        .map(DisplayWord::text)
        .collect(Collectors.joining(between));
  }

  private static boolean isRight(TableJudge judge, String[] row, String written) {
    if (row[2].equals("not_one_number")) {
      return !written.matches("[-\\d.,]+");
    }
    boolean values =
        row[0].equals("duckling")
            || row[0].equals("recognizers")
            || row[2].matches("(cardinal|number|decimal|fraction).*");
    return judge.agrees(written, row[4], values);
  }

  /** By language, source, class and spoken form, each a regular expression. */
  private static boolean isException(String language, String[] row) {
    return EXCEPTIONS.stream()
        .anyMatch(
            each ->
                language.matches(each[0])
                    && row[0].matches(each[1])
                    && row[2].matches(each[2])
                    && row[3].toLowerCase(Locale.ROOT).matches(each[3]));
  }
}
