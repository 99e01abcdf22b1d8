// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Tables by RFC 4180, in UTF-8. */
public final class Csv {
  /** Also in full width, which some spreadsheets treat the same. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private Csv() {}

  /** A cell of text: what begins like a formula of a spreadsheet is written after an apostrophe. */
  public static String text(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    return FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** A whole table. */
  public static byte[] table(List<List<Object>> rows, String... header) {
    StringBuilder text = new StringBuilder();
    try {
      write(rows, text, header);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Writes a table row by row; each row is asked for when the one before it is written. */
  public static void write(Iterable<List<Object>> rows, Appendable to, String... header)
      throws IOException {
    CSVPrinter printer = new CSVPrinter(to, CSVFormat.RFC4180.builder().setHeader(header).get());
    for (List<Object> row : rows) {
      printer.printRecord(row);
    }
    printer.flush();
  }
}
