package io.beamscribe.speech.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Levels of audio in JSON: two digits, and null for the level of digital silence. */
abstract class AudioFactsInJson {
  @JsonSerialize(using = Decibels.class)
  @JsonDeserialize(using = Level.class)
  abstract double peakDbfs();

  @JsonSerialize(using = Decibels.class)
  @JsonDeserialize(using = Level.class)
  abstract double levelDbfs();

  static final class Decibels extends RoundedNumber {
    private static final long serialVersionUID = 1L;

    Decibels() {
      super(2);
    }
  }

  static final class Level extends StdDeserializer<Double> {
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
