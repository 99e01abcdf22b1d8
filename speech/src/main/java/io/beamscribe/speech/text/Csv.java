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

  /** How a table with these columns is written, row by row. */
  public static CSVFormat format(String... header) {
    return CSVFormat.RFC4180.builder().setHeader(header).get();
  }

  /** A whole table. */
  public static byte[] table(List<List<Object>> rows, String... header) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, format(header))) {
      printer.printRecords(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
