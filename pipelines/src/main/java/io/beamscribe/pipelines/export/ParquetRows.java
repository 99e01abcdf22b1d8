// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.values.Row;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/** Rows as a Parquet file. Its libraries are in the runnable jar of the direct runner only. */
final class ParquetRows implements RowFile {
  private final org.apache.avro.Schema schema;
  private final ParquetWriter<GenericRecord> writer;

  private ParquetRows(org.apache.avro.Schema schema, ParquetWriter<GenericRecord> writer) {
    this.schema = schema;
    this.writer = writer;
  }

  static RowFile open(Path file, Schema schema) throws IOException {
    org.apache.avro.Schema avro = AvroRows.schema(schema);
    return new ParquetRows(
        avro,
        AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(file))
            .withSchema(avro)
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build());
  }

  @Override
  public void add(Row row) throws IOException {
    writer.write(AvroRows.record(row, schema));
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
