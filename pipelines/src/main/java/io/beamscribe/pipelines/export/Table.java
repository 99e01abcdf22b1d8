// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export;

import io.beamscribe.transforms.rows.RecordSchema;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TypeDescriptor;

/** The tables, by the names of their folders. */
enum Table {
  FILES(FileRow.class),
  PHRASES(PhraseTableRow.class),
  WORDS(WordTableRow.class),
  FAILURES(FailureTableRow.class);

  private final Class<? extends Record> type;

  Table(Class<? extends Record> type) {
    this.type = type;
  }

  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  Schema schema() {
    return new RecordSchema().schemaFor(TypeDescriptor.of(type));
  }

  /** A record of the table's as a row. */
  Row row(Record record) {
    return row(type, record);
  }

  private static <T extends Record> Row row(Class<T> type, Record record) {
    return new RecordSchema().toRowFunction(TypeDescriptor.of(type)).apply(type.cast(record));
  }

  static List<Table> ofTranscripts() {
    return List.of(FILES, PHRASES, WORDS);
  }
}
