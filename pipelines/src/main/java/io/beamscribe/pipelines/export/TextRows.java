// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export;

import io.beamscribe.speech.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.values.Row;

/** Rows as lines of text in UTF-8. */
final class TextRows implements RowFile {
  private final BufferedWriter out;
  private final Function<Row, String> line;

  private TextRows(Path file, Function<Row, String> line) throws IOException {
    this.out = Files.newBufferedWriter(file);
    this.line = line;
  }

  /** An object a line, without members that have no value. */
  static RowFile json(Path file, Schema schema) throws IOException {
    return new TextRows(
        file,
        row -> {
          Map<String, Object> members = new LinkedHashMap<>();
          for (int i = 0; i < schema.getFieldCount(); i++) {
            Object value = row.getValue(i);
            if (value != null) {
              members.put(schema.getField(i).getName(), value);
            }
          }
          return Json.compact(members);
        });
  }

  /** As RFC 4180 has it, with names in the first line, and lines that end with a line feed. */
  static RowFile csv(Path file, Schema schema) throws IOException {
    TextRows rows =
        new TextRows(
            file,
            row ->
                row.getValues().stream()
                    .map(value -> cell(Objects.toString(value, "")))
                    .collect(Collectors.joining(",")));
    rows.write(String.join(",", schema.getFieldNames()));
    return rows;
  }

  private static String cell(String value) {
    return value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? "\"" + value.replace("\"", "\"\"") + "\""
        : value;
  }

  private void write(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }

  @Override
  public void add(Row row) throws IOException {
    write(line.apply(row));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
