// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.transforms.testing.Jobs;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.transforms.SchemaTransformProvider;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionRowTuple;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscribeProviderTest {
  private static final Schema FILE =
      Schema.builder().addStringField("uri").addNullableStringField("path").build();

  @TempDir Path folder;
  private final SchemaTransformProvider provider = provider();

  @Test
  void isFoundByNameWithDescribedFields() {
    assertThat(provider.configurationSchema().getFields())
        .extracting(Schema.Field::getName)
        .containsExactlyInAnyOrder(
            "output",
            "locale",
            "model",
            "language_identification",
            "candidate_locales",
            "models",
            "task",
            "phrases",
            "beam",
            "alternatives",
            "channels",
            "audio_stream",
            "punctuation",
            "punctuation_mode",
            "profanity_filter_mode",
            "profanity_words",
            "profanity_exceptions",
            "rules",
            "redact",
            "redact_audio",
            "call_rules",
            "sentiment",
            "caption_max_line_length",
            "caption_lines",
            "word_level_timestamps",
            "diarization",
            "min_speakers",
            "max_speakers",
            "voices",
            "keep_embeddings",
            "formats",
            "overwrite",
            "isolation",
            "catalog",
            "shared_models");
    assertThat(provider.configurationSchema().getFields())
        .noneMatch(field -> field.getDescription().isEmpty());
    assertThat(provider.outputCollectionNames())
        .containsExactly("transcripts", "skipped", "failures");
  }

  @Test
  void givesRowsOfTranscriptsAndOfFailures() throws Exception {
    Path one = Jobs.clip("korean-1.flac", folder.resolve("one.flac"));
    Pipeline pipeline = Pipeline.create();
    PCollectionRowTuple result =
        PCollectionRowTuple.of(
                "input",
                pipeline.apply(
                    Create.of(row(one.toString(), "calls/one"), row(one.toString(), "../one"))
                        .withRowSchema(FILE)))
            .apply(provider.from(configuration()));
    PAssert.that(texts(result.get("transcripts"), "source")).containsInAnyOrder(one.toString());
    PAssert.that(texts(result.get("failures"), "errorKind")).containsInAnyOrder("InvalidUri");
    PAssert.that(result.get("skipped")).empty();
    pipeline.run().waitUntilFinish();
    assertThat(folder.resolve("out/transcripts/calls/one.json")).exists();
  }

  @Test
  void saysWhichFieldIsMissing() {
    Pipeline pipeline = Pipeline.create();
    Schema other = Schema.builder().addStringField("url").build();
    PCollectionRowTuple input =
        PCollectionRowTuple.of("input", pipeline.apply(Create.empty(other)));
    assertThatThrownBy(() -> input.apply(provider.from(configuration())))
        .hasMessage("Rows to transcribe need a field 'uri' of text; these have [url].");
  }

  private Row configuration() {
    return Row.withSchema(provider.configurationSchema())
        .withFieldValue("output", folder.resolve("out").toString())
        .withFieldValue("locale", "ko-KR")
        .withFieldValue("model", "vosk-small-ko")
        .build();
  }

  private static Row row(String uri, String path) {
    return Row.withSchema(FILE).addValues(uri, path).build();
  }

  private static PCollection<String> texts(PCollection<Row> rows, String field) {
    return rows.apply(
        field, MapElements.into(TypeDescriptors.strings()).via(row -> row.getString(field)));
  }

  private static SchemaTransformProvider provider() {
    return ServiceLoader.load(SchemaTransformProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(
            each -> each.identifier().equals("beam:schematransform:io.beamscribe:transcribe:v1"))
        .findFirst()
        .orElseThrow();
  }
}
