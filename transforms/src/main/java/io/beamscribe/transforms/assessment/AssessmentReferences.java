// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.assessment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.beamscribe.transforms.values.AudioFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The texts of recordings, from files of lines with tabs: path, locale and text, or the columns
 * that a file's first line names, of {@code path, locale, text, speaker, class, date}. Immutable.
 */
public final class AssessmentReferences {
  private static final String PATH = "path";
  private static final String TEXT = "text";
  private static final List<String> USUAL = List.of(PATH, "locale", TEXT);
  private static final List<String> KNOWN =
      List.of(PATH, "locale", TEXT, "speaker", "class", "date");

  /** As many names the first line must have to be one of names. */
  private static final int NAMES = 2;

  /** No lines. */
  public static final AssessmentReferences NONE = new AssessmentReferences(List.of());

  private final List<Line> lines;

  private AssessmentReferences(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param place such as {@code line 3 of refs.tsv}
   */
  private record Line(String place, Map<String, String> cells) {
    String cell(String name) {
      return cells.getOrDefault(name, "");
    }

    String path() {
      return cell(PATH);
    }

    boolean fits(AudioFile file) {
      return Stream.of(file.address(), file.source())
          .anyMatch(address -> ("/" + address).endsWith("/" + path()));
    }

    AssessmentTask task(AudioFile file, String locale) {
      String own = cell("locale");
      return new AssessmentTask(
          file,
          own.isEmpty() ? locale : own,
          cell(TEXT),
          cell("speaker"),
          cell("class"),
          cell("date"),
          null);
    }
  }

  /**
   * What is to be assessed.
   *
   * @param tasks one of each file; refused without a line
   * @param unused paths of lines that stand for no file
   */
  public record Assigned(List<AssessmentTask> tasks, List<String> unused) {
    public Assigned {
      tasks = List.copyOf(tasks);
      unused = List.copyOf(unused);
    }
  }

  /**
   * Reads references.
   *
   * @param name of the file, for sentences
   * @param content in UTF-8
   * @throws IllegalArgumentException with a sentence that names the line
   */
  public static AssessmentReferences of(String name, byte[] content) {
    List<String> columns = USUAL;
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : text(name, content).lines().toList()) {
      number++;
      String place = "line " + number + " of " + name;
      String plain = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
      List<String> cells = Stream.of(plain.split("\t", -1)).map(String::strip).toList();
      if (number == 1 && areNames(cells)) {
        columns = columns(place, lower(cells));
      } else if (!plain.isBlank()) {
        lines.add(line(place, columns, cells));
      }
    }
    return new AssessmentReferences(lines);
  }

  private static String text(String name, byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(name + " is not text in UTF-8", e);
    }
  }

  private static List<String> lower(List<String> cells) {
    return cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
  }

  private static boolean areNames(List<String> cells) {
    return lower(cells).stream().filter(KNOWN::contains).distinct().count() >= NAMES;
  }

  private static List<String> columns(String place, List<String> names) {
    for (String each : names) {
      if (!KNOWN.contains(each)) {
        throw new IllegalArgumentException(
            "%s names a column '%s'; there are %s"
                .formatted(place, each, String.join(", ", KNOWN)));
      }
    }
    if (!names.contains(PATH) || new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException(
          place + " must name a column 'path', and each column once");
    }
    return names;
  }

  private static Line line(String place, List<String> columns, List<String> cells) {
    if (cells.size() > columns.size() || cells.size() < 2) {
      throw new IllegalArgumentException(
          place
              + " has "
              + cells.size()
              + " columns instead of "
              + columns.size()
              + " ("
              + String.join(", ", columns)
              + "), with tabs between");
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      row.put(columns.get(i), cells.get(i));
    }
    Line line = new Line(place, Map.copyOf(row));
    if (line.path().isEmpty()) {
      throw new IllegalArgumentException(place + " has no path");
    }
    if (columns.contains(TEXT)
        && line.cell(TEXT).codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new IllegalArgumentException(place + " has no words to read");
    }
    return line;
  }

  /** These and others. */
  public AssessmentReferences and(AssessmentReferences others) {
    return new AssessmentReferences(Stream.concat(lines.stream(), others.lines.stream()).toList());
  }

  /**
   * What is to be assessed of some files: a line stands for that whose address ends with its path,
   * the longest path first.
   *
   * @param locale of lines that name none
   * @throws IllegalArgumentException if a line fits several files, or several lines one, as a
   *     sentence that names the lines
   */
  public Assigned assign(List<AudioFile> files, String locale) {
    Map<String, List<Line>> byName = lines.stream().collect(groupingBy(line -> name(line.path())));
    Map<Line, AudioFile> used = new LinkedHashMap<>();
    List<AssessmentTask> tasks = new ArrayList<>();
    for (AudioFile file : files) {
      List<Line> longest = longest(byName.getOrDefault(name(file.source()), List.of()), file);
      if (longest.size() > 1) {
        throw new IllegalArgumentException(
            "several lines stand for %s: %s"
                .formatted(
                    file.source(), longest.stream().map(Line::place).collect(joining(", "))));
      }
      if (longest.isEmpty()) {
        tasks.add(
            AssessmentTask.free(file, locale)
                .refused(file.source() + " has no line in the references."));
      } else {
        AudioFile other = used.put(longest.get(0), file);
        if (other != null) {
          throw new IllegalArgumentException(
              "%s, %s, stands for several recordings, such as %s and %s; give more of their paths"
                  .formatted(
                      longest.get(0).place(),
                      longest.get(0).path(),
                      other.source(),
                      file.source()));
        }
        tasks.add(longest.get(0).task(file, locale));
      }
    }
    Set<Line> all = used.keySet();
    return new Assigned(
        tasks,
        lines.stream().filter(line -> !all.contains(line)).map(Line::path).distinct().toList());
  }

  private static List<Line> longest(List<Line> named, AudioFile file) {
    List<Line> fitting = named.stream().filter(line -> line.fits(file)).toList();
    int most = fitting.stream().mapToInt(line -> line.path().length()).max().orElse(0);
    return fitting.stream().filter(line -> line.path().length() == most).toList();
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
