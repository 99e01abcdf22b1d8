// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.references;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NIST's segment time marks: file, channel from 1 or A, speaker, start, end, sometimes labels in
 * angle brackets, text. Of alternatives in braces the first one counts.
 */
final class StmReader {
  private static final Pattern LINE =
      Pattern.compile(
          "(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)(?:\\s+<[^>]*>)?(?:\\s+(.*))?");
  private static final Pattern ALTERNATIVES = Pattern.compile("\\{([^/{}]*)/[^{}]*\\}");
  private static final String IGNORED = "ignore_time_segment_in_scoring";

  private StmReader() {}

  static References read(String content) {
    References.Builder all = new References.Builder();
    String[] lines = content.split("\r?\n|\r", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (!line.isEmpty() && !line.startsWith(";;")) {
        read(i + 1, line, all);
      }
    }
    return all.build();
  }

  private static void read(int number, String line, References.Builder all) {
    Matcher cells = LINE.matcher(line);
    if (!cells.matches()) {
      all.bad(number, "", "The line is no segment of file, channel, speaker, start, end and text.");
      return;
    }
    String text = cells.group(6) == null ? "" : cells.group(6).strip();
    if (text.equalsIgnoreCase(IGNORED)) {
      return;
    }
    try {
      double start = Double.parseDouble(cells.group(4));
      double end = Double.parseDouble(cells.group(5));
      if (!(end >= start)) {
        all.bad(number, cells.group(1), "The segment ends before it starts.");
        return;
      }
      all.add(
          new Utterance(
              cells.group(1),
              channel(cells.group(2)),
              cells.group(3),
              "",
              start,
              end,
              first(text),
              List.of()));
    } catch (NumberFormatException e) {
      all.bad(number, cells.group(1), "Start and end are numbers of seconds.");
    }
  }

  /** The channel from 0, of its number from 1 or its letter. */
  static int channel(String cell) {
    if (cell.matches("[A-Za-z]")) {
      return Character.toUpperCase(cell.charAt(0)) - 'A';
    }
    return cell.matches("\\d{1,4}") ? Math.max(0, Integer.parseInt(cell) - 1) : -1;
  }

  private static String first(String text) {
    String chosen = text;
    for (Matcher each = ALTERNATIVES.matcher(chosen); each.find(); ) {
      String word = each.group(1).strip();
      chosen =
          chosen.substring(0, each.start())
              + (word.equals("@") ? "" : word)
              + chosen.substring(each.end());
      each = ALTERNATIVES.matcher(chosen);
    }
    return String.join(" ", List.of(chosen.strip().split("\\s+")));
  }
}
