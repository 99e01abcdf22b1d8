// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of SubRip, since none exists: numbers ascend from 1, times have two digits or
 * more of hours, minutes and seconds below 60 and three digits of milliseconds, each subtitle ends
 * after it begins, none begins before the last one did, there is one empty line between two and
 * none inside.
 */
final class SrtGrammar {
  private static final Pattern TIMES =
      Pattern.compile(
          "(\\d{2,}):([0-5]\\d):([0-5]\\d),(\\d{3}) --> (\\d{2,}):([0-5]\\d):([0-5]\\d),(\\d{3})");

  private SrtGrammar() {}

  /** A subtitle as a player reads it. */
  record Entry(long start, long end, List<String> lines) {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it breaks a rule
   */
  static List<Entry> read(String file) {
    List<Entry> entries = new ArrayList<>();
    if (file.isEmpty()) {
      return entries;
    }
    require(file.endsWith("\n") && !file.endsWith("\n\n"), "end of the file");
    require(file.indexOf('\r') < 0 && file.indexOf('\uFEFF') < 0, "line ends");
    for (String block : file.substring(0, file.length() - 1).split("\n\n", -1)) {
      List<String> lines = List.of(block.split("\n", -1));
      require(lines.size() >= 3, "parts of '" + block + "'");
      require(lines.get(0).equals(Integer.toString(entries.size() + 1)), "number " + lines.get(0));
      Matcher times = TIMES.matcher(lines.get(1));
      require(times.matches(), "times " + lines.get(1));
      Entry entry = new Entry(time(times, 1), time(times, 5), lines.subList(2, lines.size()));
      require(entry.end() > entry.start(), "end before the start " + lines.get(1));
      require(
          entries.isEmpty() || entries.get(entries.size() - 1).start() <= entry.start(),
          "order " + lines.get(1));
      for (String line : entry.lines()) {
        require(!line.isBlank() && line.equals(line.strip()), "line '" + line + "'");
        require(!line.contains("-->"), "line '" + line + "'");
      }
      entries.add(entry);
    }
    return entries;
  }

  private static long time(Matcher times, int group) {
    return ((Long.parseLong(times.group(group)) * 60 + Long.parseLong(times.group(group + 1))) * 60
                + Long.parseLong(times.group(group + 2)))
            * 1000
        + Long.parseLong(times.group(group + 3));
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("SRT: " + what);
    }
  }
}
