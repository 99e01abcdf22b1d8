// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.rows;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.report.FileReport;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/** Why a file has no transcript. */
@DefaultSchema(RecordSchema.class)
public record FailureRow(
    @SchemaFieldDescription("Address of the audio, without secrets.") String source,
    @SchemaFieldDescription("Error kind, such as UnsupportedAudio.") String errorKind,
    @SchemaFieldDescription("Message for people.") @Nullable String errorMessage) {

  /** The row of a file that failed. */
  public static FailureRow of(FileReport report) {
    return new FailureRow(
        report.sourceUrl(), requireNonNull(report.errorKind()).label(), report.errorMessage());
  }
}
