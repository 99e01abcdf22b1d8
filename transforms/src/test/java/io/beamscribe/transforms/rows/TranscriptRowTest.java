// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.schemas.NoSuchSchemaException;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.Schema.FieldType;
import org.apache.beam.sdk.schemas.SchemaCoder;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.apache.beam.sdk.schemas.transforms.Convert;
import org.apache.beam.sdk.schemas.transforms.Select;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;

class TranscriptRowTest {
  private static final TranscriptRow ROW =
      TranscriptRow.of(
          new Transcript(
              "calls/one.wav",
              Instant.parse("2026-11-21T10:20:30.5Z"),
              4000,
              List.of(0, 1),
              List.of(
                  phrase(0, null, null, new Word("two", 100, 400, 0.5), "Two"),
                  phrase(1, 2, "en-US", new Word("four", 900, 1500, 0.75), "four.")),
              null));

  @Test
  void holdsWhatTheResultDocumentHolds() {
    assertThat(ROW)
        .isEqualTo(
            new TranscriptRow(
                "calls/one.wav",
                "2026-11-21T10:20:30Z",
                4000,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(0, 1),
                "Two four.",
                List.of(
                    row(0, Optional.empty(), Optional.empty(), 100, 300, 0.5, "two", "Two"),
                    row(
                        1,
                        Optional.of(2),
                        Optional.of("en-US"),
                        900,
                        600,
                        0.75,
                        "four",
                        "four."))));
  }

  @Test
  void survivesItsCoderAndNamesAreWhatOtherLanguagesSee() throws Exception {
    SchemaCoder<TranscriptRow> coder =
        SchemaRegistry.createDefault().getSchemaCoder(TranscriptRow.class);
    assertThat(CoderUtils.clone(coder, ROW)).isEqualTo(ROW);

    Schema schema = coder.getSchema();
    assertThat(schema.getFieldNames())
        .containsExactly(
            "source",
            "timestamp",
            "durationMilliseconds",
            "locale",
            "engine",
            "model",
            "fingerprint",
            "channels",
            "display",
            "phrases");
    assertThat(schema.getField("timestamp").getType()).isEqualTo(FieldType.STRING);
    assertThat(schema.getField("locale").getType()).isEqualTo(FieldType.STRING.withNullable(true));
    assertThat(describedFields(schema)).as("every field says what it is").isEqualTo(27);
  }

  @Test
  void goesThroughAShuffleAndIsSelectedByName() {
    Pipeline pipeline = Pipeline.create();
    PCollection<TranscriptRow> rows =
        pipeline
            .apply(Create.of(ROW.source()))
            .apply(MapElements.into(TypeDescriptor.of(TranscriptRow.class)).via(source -> ROW))
            .apply(WithKeys.of(TranscriptRow::source).withKeyType(TypeDescriptors.strings()))
            .apply(GroupByKey.create())
            .apply(Values.create())
            .apply(
                MapElements.into(TypeDescriptor.of(TranscriptRow.class))
                    .via(grouped -> grouped.iterator().next()));
    PAssert.that(rows).containsInAnyOrder(ROW);
    PAssert.that(rows.apply(Convert.toRows()).apply(Convert.fromRows(TranscriptRow.class)))
        .containsInAnyOrder(ROW);
    PAssert.that(
            rows.apply(Select.fieldNames("phrases[].words[].word"))
                .apply(
                    MapElements.into(TypeDescriptors.strings())
                        .via((Row row) -> row.getValues().toString())))
        .containsInAnyOrder("[[[two], [four]]]");
    pipeline.run().waitUntilFinish();
  }

  @Test
  void readsRowsByNameWhateverElseTheyHold() {
    Schema other = Schema.builder().addStringField("extra").addDoubleField("confidence").build();
    Row row = Row.withSchema(other).addValues("more", 0.5).build();
    TypeDescriptor<Sure> type = TypeDescriptor.of(Sure.class);
    assertThat(new RecordSchema().fromRowFunction(type).apply(row))
        .isEqualTo(new Sure(0.5, Optional.empty()));
  }

  @Test
  void takesNoTypeThatSomeFormatOfRowsLacks() {
    assertThatThrownBy(() -> SchemaRegistry.createDefault().getSchema(Odd.class))
        .isNotInstanceOf(NoSuchSchemaException.class)
        .hasMessageContaining("Rows cannot hold the type java.util.Map");
  }

  /** A part of a row. */
  public record Sure(double confidence, Optional<String> locale) {}

  /** A record that is no row. */
  @org.apache.beam.sdk.schemas.annotations.DefaultSchema(RecordSchema.class)
  public record Odd(Map<String, String> labels) {}

  private static int describedFields(Schema schema) {
    int described = 0;
    for (Schema.Field field : schema.getFields()) {
      described += field.getDescription().isEmpty() ? 0 : 1;
      FieldType type = field.getType();
      FieldType inner =
          type.getCollectionElementType() == null ? type : type.getCollectionElementType();
      described += inner.getRowSchema() == null ? 0 : describedFields(inner.getRowSchema());
    }
    return described;
  }

  private static Phrase phrase(
      int channel, Integer speaker, String locale, Word word, String shown) {
    return new Phrase(
        channel,
        speaker,
        word.startMilliseconds(),
        word.endMilliseconds(),
        locale,
        List.of(Reading.spelled(shown, word.confidence(), List.of(word), List.of(shown))));
  }

  private static PhraseRow row(
      int channel,
      Optional<Integer> speaker,
      Optional<String> locale,
      long offset,
      long duration,
      double confidence,
      String lexical,
      String display) {
    return new PhraseRow(
        channel,
        speaker,
        Optional.empty(),
        locale,
        offset,
        duration,
        confidence,
        lexical,
        display,
        display,
        display,
        List.of(new WordRow(lexical, display, offset, duration, confidence)));
  }
}
