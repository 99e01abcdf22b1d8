// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.transforms.rows.FailureRow;
import io.beamscribe.transforms.rows.RecordSchema;
import io.beamscribe.transforms.settings.SettingsBuilder;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.apache.beam.sdk.schemas.transforms.Convert;
import org.apache.beam.sdk.schemas.transforms.SchemaTransform;
import org.apache.beam.sdk.schemas.transforms.TypedSchemaTransformProvider;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionRowTuple;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.Row;

/**
 * {@link Transcribe} as a schema transform, for Beam YAML and Python. Takes rows with the address
 * of a file in {@code uri} and, optionally, the path of its results below the output in {@code
 * path}. Beam finds this with {@link java.util.ServiceLoader}.
 */
public final class TranscribeProvider
    extends TypedSchemaTransformProvider<TranscribeProvider.Configuration> {
  private static final String INPUT = "input";
  private static final String TRANSCRIPTS = "transcripts";
  private static final String SKIPPED = "skipped";
  private static final String FAILURES = "failures";

  /** Configuration; YAML and Python use the names in snake_case. */
  @DefaultSchema(RecordSchema.class)
  public record Configuration(
      @SchemaFieldDescription("Folder under which results are stored, local or in object storage.")
          String output,
      @SchemaFieldDescription("Language that is spoken, as a BCP-47 tag such as en-US.")
          String locale,
      @SchemaFieldDescription(
              "Id, folder or address of the model; by default the catalogue's choice for the"
                  + " locale.")
          Optional<String> model,
      @SchemaFieldDescription("Whether to diarize: label phrases and words with speakers.")
          Optional<Boolean> diarization,
      @SchemaFieldDescription("Names and terms to favour.") Optional<List<String>> phrases,
      @SchemaFieldDescription("Whether to transcribe again files that already have results.")
          Optional<Boolean> overwrite,
      @SchemaFieldDescription("Address in object storage through which machines share models.")
          Optional<String> sharedModels) {

    TranscriptionSettings settings(PipelineOptions options) {
      SettingsBuilder builder = SettingsBuilder.output(output).locale(locale).storage(options);
      model.ifPresent(builder::model);
      phrases.ifPresent(builder::phrases);
      sharedModels.ifPresent(builder::sharedModels);
      if (diarization.orElse(false)) {
        builder.diarization();
      }
      if (overwrite.orElse(false)) {
        builder.overwrite();
      }
      try {
        return builder.build();
      } catch (ModelException e) {
        throw new IllegalArgumentException(e.getMessage(), e);
      }
    }
  }

  @Override
  public String identifier() {
    return "beam:schematransform:io.beamscribe:transcribe:v1";
  }

  @Override
  public String description() {
    return "Transcribes audio files: takes rows with a field uri and outputs transcripts, those"
        + " of files finished before (skipped), and failures. Results are also stored"
        + " under the output.";
  }

  @Override
  public List<String> inputCollectionNames() {
    return List.of(INPUT);
  }

  @Override
  public List<String> outputCollectionNames() {
    return List.of(TRANSCRIPTS, SKIPPED, FAILURES);
  }

  @Override
  protected SchemaTransform from(Configuration configuration) {
    return new ByName(configuration);
  }

  private static final class ByName extends SchemaTransform {
    private static final long serialVersionUID = 1L;

    private final transient Configuration configuration;

    ByName(Configuration configuration) {
      this.configuration = configuration;
    }

    @Override
    public PCollectionRowTuple expand(PCollectionRowTuple input) {
      PCollection<Row> rows = input.getSinglePCollection();
      requireText(rows.getSchema(), FilesOfRows.URI);
      TranscriptionSettings settings = configuration.settings(input.getPipeline().getOptions());
      PCollectionTuple files = rows.apply("Files", new FilesOfRows());
      Transcribe.Result result =
          files.get(FilesOfRows.FILES).apply("Transcribe", Transcribe.files(settings));
      PCollection<FailureRow> failures =
          PCollectionList.of(files.get(FilesOfRows.FAILED))
              .and(result.failures())
              .apply("AllFailures", Flatten.pCollections());
      return PCollectionRowTuple.of(
              TRANSCRIPTS, result.transcripts().apply("TranscriptRows", Convert.toRows()))
          .and(SKIPPED, result.skipped().apply("SkippedRows", Convert.toRows()))
          .and(FAILURES, failures.apply("FailureRows", Convert.toRows()));
    }

    private static void requireText(Schema schema, String field) {
      if (!schema.hasField(field)
          || schema.getField(field).getType().getTypeName() != Schema.TypeName.STRING) {
        throw new IllegalArgumentException(
            "Rows to transcribe need a field '"
                + field
                + "' of text; these have "
                + schema.getFieldNames()
                + ".");
      }
    }
  }
}
