// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.assessment;

import io.beamscribe.transforms.values.AudioFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The texts of recordings, from a file of lines with tabs: path, locale and text, or the columns
 * that its first line names, of {@code path, locale, text, speaker, class, date}. Immutable.
 */
public final class AssessmentReferences {
  private static final List<String> USUAL = List.of("path", "locale", "text");
  private static final List<String> KNOWN =
      List.of("path", "locale", "text", "speaker", "class", "date");

  private final List<Map<String, String>> rows;

  private AssessmentReferences(List<Map<String, String>> rows) {
    this.rows = rows;
  }

  /**
   * Reads references.
   *
   * @throws IllegalArgumentException with a sentence that names the line
   */
  public static AssessmentReferences of(String content) {
    List<String> columns = USUAL;
    List<Map<String, String>> rows = new ArrayList<>();
    int number = 0;
    for (String line : content.lines().toList()) {
      number++;
      String plain = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
      List<String> cells = List.of(plain.split("\t", -1));
      if (number == 1 && KNOWN.containsAll(lower(cells)) && lower(cells).contains("path")) {
        columns = lower(cells);
      } else if (!plain.isBlank()) {
        if (cells.size() > columns.size() || cells.size() < 2) {
          throw new IllegalArgumentException(
              "line "
                  + number
                  + " has "
                  + cells.size()
                  + " columns instead of "
                  + columns.size()
                  + " ("
                  + String.join(", ", columns)
                  + ")");
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
          row.put(columns.get(i), cells.get(i).strip());
        }
        rows.add(Map.copyOf(row));
      }
    }
    return new AssessmentReferences(List.copyOf(rows));
  }

  private static List<String> lower(List<String> cells) {
    return cells.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
  }

  /** How many recordings have a text. */
  public int size() {
    return rows.size();
  }

  /**
   * What is to be assessed of some files: those that a line stands for, by the end of their
   * address.
   *
   * @param locale of lines that name none
   */
  public List<AssessmentTask> tasks(List<AudioFile> files, String locale) {
    Map<String, List<AudioFile>> byName = new HashMap<>();
    for (AudioFile file : files) {
      byName.computeIfAbsent(name(file.address()), key -> new ArrayList<>()).add(file);
    }
    List<AssessmentTask> tasks = new ArrayList<>();
    for (Map<String, String> row : rows) {
      String path = row.getOrDefault("path", "");
      byName.getOrDefault(name(path), List.of()).stream()
          .filter(file -> ("/" + file.address()).endsWith("/" + path))
          .findFirst()
          .ifPresent(file -> tasks.add(task(file, row, locale)));
    }
    return tasks;
  }

  private static AssessmentTask task(AudioFile file, Map<String, String> row, String locale) {
    String own = row.getOrDefault("locale", "");
    return new AssessmentTask(
        file,
        own.isEmpty() ? locale : own,
        row.getOrDefault("text", ""),
        row.getOrDefault("speaker", ""),
        row.getOrDefault("class", ""),
        row.getOrDefault("date", ""));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
