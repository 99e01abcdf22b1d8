// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds levels in records; for documents only, as compact JSON has numbers as they are. */
final class DecibelsInJson extends NopAnnotationIntrospector {
  private static final long serialVersionUID = 1L;
  private static final int DIGITS = 2;

  @Override
  public @Nullable Object findSerializer(Annotated member) {
    return member.hasAnnotation(Decibels.class) ? new RoundedNumber(DIGITS) : null;
  }

  @Override
  public @Nullable Object findDeserializer(Annotated member) {
    return member.hasAnnotation(Decibels.class) ? new Level() : null;
  }

  private static final class Level extends StdDeserializer<Double> {
    private static final long serialVersionUID = 1L;

    Level() {
      super(Double.class);
    }

    @Override
    public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return in.getDoubleValue();
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
      return Double.NEGATIVE_INFINITY;
    }
  }
}
