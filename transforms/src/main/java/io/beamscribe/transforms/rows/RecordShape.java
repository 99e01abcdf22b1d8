// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.rows;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.apache.beam.sdk.values.Row;

/** The schema of a public record, with conversion to rows and back. Immutable. */
final class RecordShape {
  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(type);
        }
      };

  private final Schema schema;
  private final List<RecordField> fields = new ArrayList<>();
  private final List<MethodHandle> accessors = new ArrayList<>();
  private final MethodHandle constructor;

  private RecordShape(Class<?> type) {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    RecordComponent[] components = type.getRecordComponents();
    Schema.Builder builder = Schema.builder();
    try {
      for (RecordComponent component : components) {
        RecordField field = RecordField.of(component.getGenericType(), RecordShape::field);
        fields.add(field);
        accessors.add(
            lookup
                .unreflect(component.getAccessor())
                .asType(MethodType.methodType(Object.class, Object.class)));
        builder.addField(
            Schema.Field.of(component.getName(), field.type())
                .withDescription(description(component)));
      }
      List<Class<?>> types =
          Arrays.stream(components).<Class<?>>map(RecordComponent::getType).toList();
      constructor =
          lookup
              .findConstructor(type, MethodType.methodType(void.class, types))
              .asSpreader(Object[].class, types.size())
              .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " is not a public record", e);
    }
    schema = builder.build();
  }

  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  private static RecordField field(Class<?> type) {
    RecordShape shape = of(type);
    return new RecordField(Schema.FieldType.row(shape.schema), shape::row, shape::value);
  }

  // The annotation does not target record components, so the compiler puts it on the accessor.
  private static String description(RecordComponent component) {
    SchemaFieldDescription said =
        component.getAccessor().getAnnotation(SchemaFieldDescription.class);
    return said == null ? "" : said.value();
  }

  Schema schema() {
    return schema;
  }

  Row row(Object value) {
    List<Object> values = new ArrayList<>(fields.size());
    for (int i = 0; i < fields.size(); i++) {
      values.add(fields.get(i).write().apply(accessed(accessors.get(i), value)));
    }
    return Row.withSchema(schema).attachValues(values);
  }

  /** Reads by name: Beam sorts the fields of a configuration, and users project rows. */
  Object value(Object from) {
    Row row = (Row) from;
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      String name = schema.getField(i).getName();
      values[i] =
          fields.get(i).read().apply(row.getSchema().hasField(name) ? row.getValue(name) : null);
    }
    try {
      return (Object) constructor.invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object accessed(MethodHandle accessor, Object value) {
    try {
      return (Object) accessor.invokeExact(value);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
