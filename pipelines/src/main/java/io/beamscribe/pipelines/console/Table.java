// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.console;

import io.beamscribe.speech.text.TextWidth;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.annotations.Internal;

/**
 * Rows of text in columns that line up on a terminal, where Chinese, Japanese and Korean letters
 * and emoji are two columns wide and combining marks none.
 */
@Internal
public final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row. */
  public Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** The lines, each column as wide as its widest cell, the last one not padded. */
  public List<String> lines() {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = TextWidth.of(row.get(i));
        if (i == widths.size()) {
          widths.add(width);
        } else {
          widths.set(i, Math.max(widths.get(i), width));
        }
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(GAP).append(row.get(i));
      if (i < row.size() - 1) {
        line.append(" ".repeat(widths.get(i) - TextWidth.of(row.get(i))));
      }
    }
    return line.toString().stripTrailing();
  }

  /** The text, or its beginning and an ellipsis if it is wider than allowed. */
  public static String shortened(String text, int width) {
    if (TextWidth.of(text) <= width) {
      return text;
    }
    int end = 0;
    int taken = 0;
    while (taken + TextWidth.of(text.codePointAt(end)) <= width - 3) {
      taken += TextWidth.of(text.codePointAt(end));
      end = text.offsetByCodePoints(end, 1);
    }
    return text.substring(0, end) + "...";
  }

  /** Replaces control characters, which file names may contain and a terminal would obey. */
  public static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
