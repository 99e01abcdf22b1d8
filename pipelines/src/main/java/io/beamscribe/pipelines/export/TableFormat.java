// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.schemas.Schema;

/** How a table is stored. The same rows give the same bytes. */
@Internal
public enum TableFormat {
  PARQUET,
  AVRO,
  JSONL,
  CSV,
  /** Parquet, and the metadata that makes these files a table with a history. */
  ICEBERG;

  String extension() {
    return this == ICEBERG ? PARQUET.extension() : name().toLowerCase(Locale.ROOT);
  }

  /** Begins a file of rows; it must not exist. */
  RowFile open(Path file, Schema schema) throws IOException {
    return switch (this) {
      case PARQUET, ICEBERG -> ParquetRows.open(file, schema);
      case AVRO -> AvroRows.open(file, schema);
      case JSONL -> TextRows.json(file, schema);
      case CSV -> TextRows.csv(file, schema);
    };
  }
}
