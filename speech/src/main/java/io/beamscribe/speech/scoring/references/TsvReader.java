// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.references;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lines of cells with tabs between them: file and text; or file, locale and text; or columns that a
 * first line names. Two columns of which the second has nothing but languages tell the language
 * alone.
 */
final class TsvReader {
  private static final Pattern LINES = Pattern.compile("\r\n|\r|\n");
  private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> FILE = Set.of("file", "path", "audio", "filename", "wav");
  private static final Set<String> TEXT = Set.of("text", "transcript", "transcription", "sentence");
  private static final Set<String> OTHERS =
      Set.of("locale", "language", "speaker", "start", "end", "channel");

  private final References.Builder all = new References.Builder();
  private final Map<String, Integer> lineOf = new HashMap<>();
  private Map<String, Integer> columns = Map.of();

  private TsvReader() {}

  static References read(String content) {
    TsvReader reader = new TsvReader();
    String[] lines = LINES.split(content, -1);
    int first = 0;
    while (first < lines.length && lines[first].isBlank()) {
      first++;
    }
    if (first < lines.length) {
      reader.columns = header(lines[first]);
      reader.read(lines, reader.columns.isEmpty() ? first : first + 1);
    }
    return reader.all.build();
  }

  private void read(String[] lines, int first) {
    boolean languages =
        columns.isEmpty()
            && Arrays.stream(lines, first, lines.length)
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\t", -1))
                .allMatch(cells -> cells.length == 2 && isLanguage(cells[1].strip()));
    for (int i = first; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        List<String> cells = Arrays.stream(lines[i].split("\t", -1)).map(String::strip).toList();
        if (columns.isEmpty()) {
          plain(i + 1, cells, languages);
        } else {
          named(i + 1, cells);
        }
      }
    }
  }

  private static Map<String, Integer> header(String line) {
    Map<String, Integer> columns = new HashMap<>();
    String[] cells = line.toLowerCase(Locale.ROOT).split("\t", -1);
    for (int i = 0; i < cells.length; i++) {
      String cell = cells[i].strip();
      String name =
          FILE.contains(cell)
              ? "file"
              : TEXT.contains(cell) ? "text" : cell.equals("language") ? "locale" : cell;
      columns.putIfAbsent(name, i);
    }
    boolean named =
        columns.containsKey("file")
            && (columns.containsKey("text") || OTHERS.stream().anyMatch(columns::containsKey));
    return named ? columns : Map.of();
  }

  private void plain(int line, List<String> cells, boolean languages) {
    String file = cells.get(0);
    if (cells.size() < 2 || cells.size() > 3 || file.isEmpty()) {
      all.bad(
          line,
          cells.size() > 1 ? file : "",
          file.isEmpty()
              ? "The line names no file."
              : "The line has "
                  + cells.size()
                  + " columns; file and text, or file, locale and text, are wanted.");
    } else if (languages) {
      all.locale(file, cells.get(1));
    } else if (cells.size() == 3 && !LOCALE.matcher(cells.get(1)).matches()) {
      all.bad(line, file, "'%s' is no locale.".formatted(cells.get(1)));
    } else {
      add(
          line,
          Utterance.of(file, cells.size() == 3 ? cells.get(1) : "", cells.get(cells.size() - 1)));
    }
  }

  private void named(int line, List<String> cells) {
    String file = cell(cells, "file");
    String locale = cell(cells, "locale");
    if (file.isEmpty()) {
      all.bad(line, "", "The line names no file.");
      return;
    }
    if (!locale.isEmpty() && !LOCALE.matcher(locale).matches()) {
      all.bad(line, file, "'%s' is no locale.".formatted(locale));
      return;
    }
    if (!columns.containsKey("text")) {
      all.locale(file, locale);
      return;
    }
    try {
      double start = number(cells, "start");
      double end = number(cells, "end");
      double channel = number(cells, "channel");
      if (start < 0 || end < start) {
        all.bad(line, file, "It ends at %s, before it starts.".formatted(cell(cells, "end")));
        return;
      }
      add(
          line,
          new Utterance(
              file,
              Double.isNaN(channel) ? -1 : (int) channel,
              cell(cells, "speaker"),
              locale,
              start,
              end,
              cell(cells, "text"),
              List.of()));
    } catch (NumberFormatException e) {
      all.bad(line, file, "Start, end and channel are numbers, times in seconds.");
    }
  }

  private void add(int line, Utterance utterance) {
    Integer other = lineOf.putIfAbsent(utterance.file(), line);
    if (utterance.text().isEmpty()) {
      all.bad(line, utterance.file(), "The text is empty.");
    } else if (other != null && !utterance.isTimed() && utterance.speaker().isEmpty()) {
      all.bad(line, utterance.file(), "The file has a text already, in line " + other + ".");
    } else {
      all.add(utterance);
    }
  }

  private String cell(List<String> cells, String column) {
    int at = columns.getOrDefault(column, Integer.MAX_VALUE);
    return at < cells.size() ? cells.get(at) : "";
  }

  private double number(List<String> cells, String column) {
    String cell = cell(cells, column);
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell.replace(',', '.'));
  }

  private static boolean isLanguage(String cell) {
    return LOCALE.matcher(cell).matches()
        && LANGUAGES.contains(cell.split("[-_]")[0].toLowerCase(Locale.ROOT));
  }
}
