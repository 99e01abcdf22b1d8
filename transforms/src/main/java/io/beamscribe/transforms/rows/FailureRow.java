package io.beamscribe.transforms.rows;

import io.beamscribe.speech.report.FileReport;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/** Why a file has no transcript. */
@DefaultSchema(RecordSchema.class)
public record FailureRow(
    @SchemaFieldDescription("Address of the audio, without secrets.") String source,
    @SchemaFieldDescription("Kind of the failure, such as UnsupportedAudio.") String errorKind,
    @SchemaFieldDescription("A sentence for people.") String errorMessage) {

  /** The row of a file that failed. */
  public static FailureRow of(FileReport report) {
    return new FailureRow(report.sourceUrl(), report.errorKind().label(), report.errorMessage());
  }
}
