// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.rows;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.beam.sdk.schemas.Schema.FieldType;

/**
 * Converts the values of a record component to and from a row.
 *
 * @param read called with null if the row lacks the field or it is null
 */
record RecordField(FieldType type, UnaryOperator<Object> write, UnaryOperator<Object> read) {
  private static final Map<Type, FieldType> PLAIN =
      Map.of(
          String.class, FieldType.STRING,
          boolean.class, FieldType.BOOLEAN,
          Boolean.class, FieldType.BOOLEAN,
          int.class, FieldType.INT32,
          Integer.class, FieldType.INT32,
          long.class, FieldType.INT64,
          Long.class, FieldType.INT64,
          double.class, FieldType.DOUBLE,
          Double.class, FieldType.DOUBLE);

  /**
   * The conversion for a component's type.
   *
   * @param nested conversion for a nested record
   */
  static RecordField of(Type type, Function<Class<?>, RecordField> nested) {
    if (PLAIN.containsKey(type)) {
      return new RecordField(PLAIN.get(type), value -> value, value -> value);
    }
    if (type instanceof Class<?> plain && plain.isRecord()) {
      return nested.apply(plain);
    }
    if (type instanceof ParameterizedType generic) {
      RecordField inner = of(generic.getActualTypeArguments()[0], nested);
      if (generic.getRawType() == Optional.class) {
        return new RecordField(
            inner.type().withNullable(true),
            value -> ((Optional<?>) value).map(inner.write()).orElse(null),
            value -> Optional.ofNullable(value).map(inner.read()));
      }
      if (generic.getRawType() == List.class) {
        return new RecordField(
            FieldType.array(inner.type()),
            value -> ((List<?>) value).stream().map(inner.write()).toList(),
            value -> ((Collection<?>) value).stream().map(inner.read()).toList());
      }
    }
    throw new IllegalArgumentException("Rows cannot hold the type " + type);
  }
}
