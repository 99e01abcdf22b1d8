// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.values.Row;

/** Rows as an Avro file. */
final class AvroRows implements RowFile {
  /** Divides blocks; usually drawn at random, which would make files of equal rows differ. */
  private static final byte[] SYNC = "beamscribe-table".getBytes(StandardCharsets.US_ASCII);

  private final org.apache.avro.Schema schema;
  private final DataFileWriter<GenericRecord> writer;

  private AvroRows(org.apache.avro.Schema schema, DataFileWriter<GenericRecord> writer) {
    this.schema = schema;
    this.writer = writer;
  }

  static RowFile open(Path file, Schema schema) throws IOException {
    org.apache.avro.Schema avro = schema(schema);
    DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>(avro));
    writer.setCodec(CodecFactory.deflateCodec(6));
    writer.create(avro, Files.newOutputStream(file), SYNC);
    return new AvroRows(avro, writer);
  }

  /** The schema in Avro's terms. */
  static org.apache.avro.Schema schema(Schema schema) {
    List<org.apache.avro.Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      org.apache.avro.Schema type = type(field.getType().getTypeName());
      boolean optional = field.getType().getNullable();
      fields.add(
          new org.apache.avro.Schema.Field(
              field.getName(),
              optional ? SchemaBuilder.unionOf().nullType().and().type(type).endUnion() : type,
              null,
              optional ? org.apache.avro.Schema.Field.NULL_DEFAULT_VALUE : null));
    }
    return org.apache.avro.Schema.createRecord("row", null, "io.beamscribe", false, fields);
  }

  private static org.apache.avro.Schema type(Schema.TypeName type) {
    return org.apache.avro.Schema.create(
        switch (type) {
          case STRING -> org.apache.avro.Schema.Type.STRING;
          case INT32 -> org.apache.avro.Schema.Type.INT;
          case INT64 -> org.apache.avro.Schema.Type.LONG;
          case DOUBLE -> org.apache.avro.Schema.Type.DOUBLE;
          default -> throw new IllegalArgumentException("Tables have no " + type);
        });
  }

  static GenericRecord record(Row row, org.apache.avro.Schema schema) {
    GenericRecord record = new GenericData.Record(schema);
    for (int i = 0; i < row.getFieldCount(); i++) {
      record.put(i, row.getValue(i));
    }
    return record;
  }

  @Override
  public void add(Row row) throws IOException {
    writer.append(record(row, schema));
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
