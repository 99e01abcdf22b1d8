// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.assessment;

import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.text.Csv;
import io.beamscribe.transforms.assessment.AssessedFile.AssessedPhone;
import io.beamscribe.transforms.assessment.AssessedFile.AssessedWord;
import io.beamscribe.transforms.assessment.AssessmentDocument.Group;
import io.beamscribe.transforms.storage.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Figures of an assessment: of speakers and classes, their progress, and the worst phones. */
final class AssessmentReport {
  /** A phone is judged by so many of them at least. */
  private static final int ENOUGH = 3;

  private static final int WORST = 10;

  private final List<AssessedFile> rows;

  AssessmentReport(List<AssessedFile> rows) {
    this.rows = rows.stream().sorted(Comparator.comparing(AssessedFile::path)).toList();
  }

  AssessmentDocument document() {
    List<AssessedFile> good = rows.stream().filter(row -> row.error() == null).toList();
    return new AssessmentDocument(
        rows.size(),
        rows.size() - good.size(),
        group("", good),
        groups(good, AssessedFile::speaker),
        groups(good, AssessedFile::group),
        rows);
  }

  /** Where the report of an output is, for programs. */
  static String json(String output) {
    return output.replaceFirst("/$", "") + "/report.json";
  }

  void write(AssessmentSettings settings) throws IOException {
    String folder = settings.output().replaceFirst("/$", "");
    AtomicFiles files = new AtomicFiles(settings.storage());
    AssessmentDocument document = document();
    files.write(json(folder), Json.write(document));
    files.write(folder + "/report.csv", csv());
    files.write(
        folder + "/report.html",
        new AssessmentPage(document).text().getBytes(StandardCharsets.UTF_8));
  }

  private static List<Group> groups(List<AssessedFile> rows, Function<AssessedFile, String> name) {
    Map<String, List<AssessedFile>> by = new TreeMap<>();
    for (AssessedFile row : rows) {
      if (!name.apply(row).isEmpty()) {
        by.computeIfAbsent(name.apply(row), key -> new ArrayList<>()).add(row);
      }
    }
    return by.entrySet().stream().map(each -> group(each.getKey(), each.getValue())).toList();
  }

  private static Group group(String name, List<AssessedFile> rows) {
    List<AssessedWord> words = rows.stream().flatMap(row -> row.words().stream()).toList();
    Map<String, List<AssessedFile>> dates = new TreeMap<>();
    for (AssessedFile row : rows) {
      if (!row.date().isEmpty()) {
        dates.computeIfAbsent(row.date(), key -> new ArrayList<>()).add(row);
      }
    }
    Map<String, Double> progress = new TreeMap<>();
    dates.forEach(
        (date, of) -> {
          Double total = mean(of, AssessedFile::total);
          if (total != null) {
            progress.put(date, total);
          }
        });
    return new Group(
        name,
        rows.size(),
        mean(rows, AssessedFile::accuracy),
        mean(rows, AssessedFile::fluency),
        mean(rows, AssessedFile::completeness),
        mean(rows, AssessedFile::prosody),
        mean(rows, AssessedFile::total),
        words.size(),
        (int) words.stream().filter(word -> !word.error().equals("None")).count(),
        progress,
        worst(words));
  }

  private static List<AssessedPhone> worst(List<AssessedWord> words) {
    Map<String, List<Double>> by = new TreeMap<>();
    for (AssessedWord word : words) {
      for (AssessedPhone phone : word.phones()) {
        by.computeIfAbsent(phone.name(), key -> new ArrayList<>()).add(phone.accuracy());
      }
    }
    return by.entrySet().stream()
        .filter(each -> each.getValue().size() >= ENOUGH)
        .map(
            each ->
                new AssessedPhone(
                    each.getKey(),
                    rounded(each.getValue().stream().mapToDouble(v -> v).average().orElse(0))))
        .sorted(Comparator.comparingDouble(AssessedPhone::accuracy))
        .limit(WORST)
        .toList();
  }

  private static @Nullable Double mean(
      List<AssessedFile> rows, Function<AssessedFile, @Nullable Double> score) {
    List<Double> scores = rows.stream().map(score).filter(Objects::nonNull).toList();
    return scores.isEmpty()
        ? null
        : rounded(scores.stream().mapToDouble(Double::doubleValue).average().orElse(0));
  }

  private static double rounded(double score) {
    return Math.round(score * 10) / 10.0;
  }

  private byte[] csv() {
    List<List<Object>> cells = new ArrayList<>();
    for (AssessedFile row : rows) {
      cells.add(
          List.of(
              Csv.text(row.path()),
              Csv.text(row.locale()),
              Csv.text(row.speaker()),
              Csv.text(row.group()),
              Csv.text(row.date()),
              number(row.accuracy()),
              number(row.fluency()),
              number(row.completeness()),
              number(row.prosody()),
              number(row.total()),
              Csv.text(row.errorKind()),
              Csv.text(row.error())));
    }
    return Csv.table(
        cells,
        "path",
        "locale",
        "speaker",
        "class",
        "date",
        "accuracy",
        "fluency",
        "completeness",
        "prosody",
        "total",
        "errorKind",
        "error");
  }

  private static String number(@Nullable Double score) {
    return score == null ? "" : String.valueOf(rounded(score));
  }
}
