// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;

/** Records to JSON and back. Thread-safe. */
public final class Json {
  private static final int TYPES = 200;

  private static final Json SHARED = new Json();

  /**
   * Mappers keep references to the classes they have seen. If jobs come and go while this class
   * stays, each job has its own mappers, which are collected with it.
   */
  private static final ClassValue<Json> OF_JOBS =
      new ClassValue<>() {
        @Override
        protected Json computeValue(Class<?> type) {
          return new Json();
        }
      };

  private final JsonMapper exact;
  private final JsonMapper rounded;

  private Json() {
    // The default one that all mappers share keeps references to classes too.
    LookupCache<Object, JavaType> types = new LRUMap<>(16, TYPES);
    exact =
        JsonMapper.builder()
            .typeFactory(TypeFactory.defaultInstance().withCache(types))
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    rounded =
        exact
            .rebuild()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addModule(
                new SimpleModule()
                    .addSerializer(double.class, new RoundedNumber())
                    .addSerializer(Double.class, new RoundedNumber()))
            .annotationIntrospector(
                AnnotationIntrospector.pair(
                    new DecibelsInJson(), new JacksonAnnotationIntrospector()))
            .build();
  }

  private static Json of(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == Json.class.getClassLoader() ? SHARED : OF_JOBS.get(type);
  }

  /**
   * A record as a document for people and programs: indented, ending in a line feed, fractions
   * rounded to {@value RoundedNumber#DIGITS} digits, members that are null left out.
   */
  public static byte[] write(Object value) {
    return write(value, Set.of());
  }

  /**
   * Writes the same, with one line for each element of the longest arrays.
   *
   * @param rows names of these arrays, wherever in the document they stand
   */
  public static byte[] write(Object value, Set<String> rows) {
    try {
      String text =
          of(value.getClass()).rounded.writer(new ReadablePrinter(rows)).writeValueAsString(value);
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that JSON cannot hold", e);
    }
  }

  /** Writes the same to a stream, which stays open; iterables are written element by element. */
  public static void write(Object value, OutputStream out) throws IOException {
    of(value.getClass())
        .rounded
        .writer(new ReadablePrinter(Set.of()))
        .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .writeValue(out, value);
    out.write('\n');
  }

  /** A record in the fewest bytes, its numbers exact. */
  public static byte[] writeCompact(Object value) {
    try {
      return of(value.getClass()).exact.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that JSON cannot hold", e);
    }
  }

  /** The same as text. */
  public static String compact(Object value) {
    return new String(writeCompact(value), StandardCharsets.UTF_8);
  }

  /**
   * Reads the output of {@link #write} or {@link #writeCompact}, or a document with more members.
   * Missing members become null or 0.
   */
  public static <T> T read(byte[] json, Class<T> type) throws IOException {
    return of(type).rounded.readValue(json, type);
  }

  /**
   * Reads a document with one long array, of which no more than one element is held at a time.
   *
   * @param array name of that member of the document
   * @param each gets its elements
   * @return the document without that array
   */
  public static <T, E> T read(
      InputStream json, Class<T> type, String array, Class<E> elements, Consumer<E> each)
      throws IOException {
    Json mappers = of(type);
    ObjectReader reader =
        mappers.rounded.readerFor(elements).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    ObjectNode rest = mappers.rounded.createObjectNode();
    try (JsonParser parser = mappers.rounded.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a document");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && name.equals(array)) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            each.accept(reader.readValue(parser));
          }
        } else {
          rest.set(name, reader.<JsonNode>readTree(parser));
        }
      }
    }
    return mappers.rounded.treeToValue(rest, type);
  }

  /** Reads what {@link #writeCompact} wrote, exactly. */
  static <T> T readCompact(byte[] json, int offset, int length, Class<T> type) throws IOException {
    return of(type).exact.readValue(json, offset, length, type);
  }

  /** Reads what {@link #writeCompact} wrote, exactly. */
  public static <T> T readCompact(byte[] json, Class<T> type) throws IOException {
    return of(type).exact.readValue(json, type);
  }
}
