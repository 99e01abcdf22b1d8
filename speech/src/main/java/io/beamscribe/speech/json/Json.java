package io.beamscribe.speech.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.beamscribe.speech.audio.AudioFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Records to JSON and back. Without state of its own; safe for all threads. */
public final class Json {
  private static final JsonMapper EXACT =
      JsonMapper.builder()
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final JsonMapper ROUNDED =
      EXACT
          .rebuild()
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .addModule(
              new SimpleModule()
                  .addSerializer(double.class, new RoundedNumber())
                  .addSerializer(Double.class, new RoundedNumber()))
          .addMixIn(AudioFacts.class, AudioFactsInJson.class)
          .build();

  private static final ObjectWriter EXACT_WRITER = EXACT.writer();

  private Json() {}

  /**
   * A record as a document for people and programs: indented, ending in a line feed, fractions
   * rounded to {@value RoundedNumber#DIGITS} digits, members that are null left out.
   */
  public static byte[] write(Object value) {
    try {
      String text = ROUNDED.writer(new ReadablePrinter()).writeValueAsString(value);
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that JSON cannot hold", e);
    }
  }

  /** A record in the fewest bytes, its numbers exact. */
  public static byte[] writeCompact(Object value) {
    try {
      return EXACT_WRITER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that JSON cannot hold", e);
    }
  }

  /**
   * Reads what {@link #write} or {@link #writeCompact} wrote, or a document with more members.
   * Members that are missing become null or 0.
   */
  public static <T> T read(byte[] json, Class<T> type) throws IOException {
    return ROUNDED.readValue(json, type);
  }

  /** Reads what {@link #writeCompact} wrote, exactly. */
  public static <T> T readCompact(byte[] json, Class<T> type) throws IOException {
    return EXACT.readValue(json, type);
  }
}
