// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.rows;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.beamscribe.speech.report.FileReport;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/** Why a file has no transcript. */
@DefaultSchema(RecordSchema.class)
public record FailureRow(
    @SchemaFieldDescription("Address of the audio, without secrets.") String source,
    @SchemaFieldDescription("Error kind, such as UnsupportedAudio.") String errorKind,
    @SchemaFieldDescription("Message for people.") String errorMessage) {

  /** The row of a file that failed. */
  public static FailureRow of(FileReport report) {
    String kind = requireNonNull(report.errorKind()).label();
    return new FailureRow(
        report.sourceUrl(), kind, requireNonNullElse(report.errorMessage(), kind));
  }
}
