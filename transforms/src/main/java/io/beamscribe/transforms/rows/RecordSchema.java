// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.rows;

import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.SchemaProvider;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Beam schemas for public records: one field per component, in their order and with their names.
 * Beam itself only derives schemas from beans and AutoValue classes. A field is nullable if the
 * component is an {@link java.util.Optional}. Supports only types that every row format has: text,
 * numbers, booleans, other records, and lists of these.
 */
public final class RecordSchema implements SchemaProvider {
  @Override
  public <T> Schema schemaFor(TypeDescriptor<T> type) {
    return RecordShape.of(type.getRawType()).schema();
  }

  @Override
  public <T> SerializableFunction<T, Row> toRowFunction(TypeDescriptor<T> type) {
    return new ToRow<>(type.getRawType());
  }

  @Override
  public <T> SerializableFunction<Row, T> fromRowFunction(TypeDescriptor<T> type) {
    return new FromRow<>(type.getRawType());
  }

  /** Equal for the same record type, so that coders made from them are equal too. */
  private record ToRow<T>(Class<? super T> type) implements SerializableFunction<T, Row> {
    @Override
    public Row apply(T value) {
      return RecordShape.of(type).row(value);
    }
  }

  private record FromRow<T>(Class<? super T> type) implements SerializableFunction<Row, T> {
    @Override
    @SuppressWarnings("unchecked") // a shape gives back its own type
    public T apply(Row row) {
      return (T) RecordShape.of(type).value(row);
    }
  }
}
