// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.values.Row;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Rows as a Parquet file. Its libraries are in the runnable jar of the direct runner only. */
final class ParquetRows implements RowFile {
  /** The length of the footer, and a mark. */
  private static final int TAIL = 8;

  private final Path file;
  private final org.apache.avro.Schema schema;
  private final ParquetWriter<GenericRecord> writer;

  private ParquetRows(
      Path file, org.apache.avro.Schema schema, ParquetWriter<GenericRecord> writer) {
    this.file = file;
    this.schema = schema;
    this.writer = writer;
  }

  static RowFile open(Path file, Schema schema) throws IOException {
    org.apache.avro.Schema avro = AvroRows.schema(schema);
    return new ParquetRows(
        file,
        avro,
        new Builder(new LocalOutputFile(file), avro)
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build());
  }

  /** As of Avro, but each column has its number as its id, by which Iceberg knows it. */
  private static final class Builder extends ParquetWriter.Builder<GenericRecord, Builder> {
    private final org.apache.avro.Schema avro;

    Builder(OutputFile file, org.apache.avro.Schema avro) {
      super(file);
      this.avro = avro;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract still
    protected WriteSupport<GenericRecord> getWriteSupport(Configuration conf) {
      return support();
    }

    @Override
    protected WriteSupport<GenericRecord> getWriteSupport(ParquetConfiguration conf) {
      return support();
    }

    private WriteSupport<GenericRecord> support() {
      MessageType plain = new AvroSchemaConverter(new PlainParquetConfiguration()).convert(avro);
      List<Type> columns = new ArrayList<>();
      for (Type column : plain.getFields()) {
        columns.add(column.withId(columns.size() + 1));
      }
      return new AvroWriteSupport<>(
          new MessageType(plain.getName(), columns), avro, GenericData.get());
    }
  }

  @Override
  public void add(Row row) throws IOException {
    writer.write(AvroRows.record(row, schema));
  }

  @Override
  public void close() throws IOException {
    writer.close();
    sortEncodings();
  }

  /** The library writes them in an order that is another in each run. */
  private void sortEncodings() throws IOException {
    try (RandomAccessFile parquet = new RandomAccessFile(file.toFile(), "rw")) {
      long end = parquet.length() - TAIL;
      parquet.seek(end);
      int length = Integer.reverseBytes(parquet.readInt());
      byte[] mark = new byte[TAIL - Integer.BYTES];
      parquet.readFully(mark);
      byte[] footer = new byte[length];
      parquet.seek(end - length);
      parquet.readFully(footer);
      FileMetaData metadata = Util.readFileMetaData(new ByteArrayInputStream(footer));
      for (RowGroup group : metadata.getRow_groups()) {
        group.getColumns().forEach(column -> column.getMeta_data().getEncodings().sort(null));
      }
      ByteArrayOutputStream sorted = new ByteArrayOutputStream();
      Util.writeFileMetaData(metadata, sorted);
      parquet.seek(end - length);
      parquet.write(sorted.toByteArray());
      parquet.writeInt(Integer.reverseBytes(sorted.size()));
      parquet.write(mark);
      parquet.setLength(parquet.getFilePointer());
    }
  }
}
